# How quantities are written.

quantity-ms = { $n } ms
quantity-s = { $n } s
quantity-min = { $n } min
quantity-min-alone = { $n } min
quantity-h = { $n } h
quantity-h-alone = { $n } h
quantity-d = { $n } d
quantity-d-alone = { $n } d
quantity-list-mark = { ", " }
quantity-list-mark-wide = { "; " }
quantity-list-more = { $list } … and { $more } more ({ $n } in all)

quantity-row-of-table = (Table { $table }, index { $index }, name { $name }.)
quantity-row-of-sheet = (Sheet { $table }, row { $line }, name { $name }.)
quantity-also =
    { $n ->
        [one] … and one more like this
       *[other] … and { $n } more like this
    }{ $lines ->
        [none] .
       *[other] , in lines { $lines }.
    }
