# 文件与参数中的问题:先说错在哪里,再说应当怎么写。

## 标识与文字

problem-id = “{ $value }”不能作为标识。标识由文字、数字和 - _ . 组成,不含空格,最多 64 个字符,例如 icu-1 或 401。
problem-id-not-nfc = 标识“{ $value }”含有拆开书写的组合字符(非 NFC)。请把该标识重新键入一遍,所有引用处一并替换。
problem-text = 此处应为一段文字,现在是 { $value }。请写成一行文字;含有冒号或 # 时用引号括起来。
problem-text-too-long = 文字超过 { $limit } 个字符。请缩短,详细内容写进附件并在此注明附件名称。

## 数字、真假与日期

problem-number = “{ $value }”不是数字。请用半角数字书写,不带单位,例如 0.85 或 630。
problem-whole-number = “{ $value }”不是整数。请写整数,例如 3。
problem-truth = “{ $value }”不能判断是或否。请写 true(是)或 false(否)。
problem-date = “{ $value }”不是有效日期。请写成 2026-07-15,只到月份时写成 2026-07。

## 时间

problem-duration-without-unit = 时间“{ $value }”没有单位。请注明单位,例如 { $value } s 或 { $value } min(可用 ms、s、min、h、d)。
problem-duration-not-understood = 看不懂时间“{ $value }”。请写成数字加单位,例如 500 ms、90 s、1 h 30 min(可用 ms、s、min、h、d)。
problem-duration-too-long = 时间“{ $value }”超过十年。请核对数字和单位。
problem-duration-negative = 时间不能为负,现在是 { $value }。请写零或正的时间,例如 90 s。
problem-duration-form = 时间不能由“{ $value }”组成。请写成 90 s、{"{"}median, p90{"}"}、{"{"}mean{"}"} 或 {"{"}low, mode, high{"}"} 之一。
problem-duration-order = { $value } 须从小到大排列,用 median 或 mean 书写时须大于零。请核对这几个时间。
problem-time-of-day = “{ $value }”不是有效时刻。请写成 00:00 至 24:00 之间的时刻,例如 22:30。
