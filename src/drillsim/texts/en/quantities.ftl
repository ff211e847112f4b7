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
