# 数量的写法。

quantity-ms = { $n } 毫秒
quantity-s = { $n } 秒
quantity-min = { $n } 分
quantity-min-alone = { $n } 分钟
quantity-h = { $n } 小时
quantity-h-alone = { $n } 小时
quantity-d = { $n } 天
quantity-d-alone = { $n } 天
quantity-list-mark = 、
quantity-list-mark-wide = ；
quantity-list-more = { $list } 等 { $n } 个（另 { $more } 个从略）

quantity-row-of-table = （表 { $table }，索引 { $index }，名称 { $name }。）
quantity-row-of-sheet = （工作表 { $table }，第 { $line } 行，名称 { $name }。）
quantity-also =
    ……同样的问题还有 { $n } 处{ $lines ->
        [none] 。
       *[other] ，见第 { $lines } 行。
    }
