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
