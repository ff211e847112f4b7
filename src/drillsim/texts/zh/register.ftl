## 已闭环条目的复演

regression-holds = “{ $what }”（{ $code }，{ $subject }）：复演支持其已整改（{ $scenario }，种子 { $seed }）。
regression-back = “{ $what }”（{ $code }，{ $subject }）复现：{ $expected ->
    [yes] { $scenario }（种子 { $seed }）中 { $missed } 未达到约定的结论
   *[no] { $scenario }（种子 { $seed }）中又被报出
}。该条已重新打开。
regression-unknown = “{ $what }”（{ $code }，{ $subject }）：无法判断是否复现。{ $why ->
    [no-scenario] 该条没有写场景，请补写。
    [not-applicable] { $scenario } 不适用于客户现状，请改用别的场景。
    [no-such-subject] 该对象已不存在，请在台账中写明由何取代，或写明理由后改为 rejected。
    [expects-nothing] 有一项期望不对应任何负荷或业务，请改正。
   *[cannot-say] { $scenario }（种子 { $seed }）未能判定。
}

## 新台账的开头

register-head =
    薄弱环节台账：一个薄弱环节一条，代码与对象都相同的是同一条；编号一经给出不再改动。
    status：open 未整改，in_progress 整改中，done 已报整改完成（在 closed 写日期），verified 复演支持，rejected 不予整改（须写 reason）。
    owner：customer 用户、utility 供电公司、both 双方，或部门、岗位、人员；due：整改限期。各键含义见 drillsim explain Entry。
    drillsim check --regression 对每一条已闭环的条目重新推演，复现的重新打开。

## 屏幕

cli-regression = 薄弱环节台账：{ $n ->
        [0] 没有已闭环的条目
       *[other] 已对 { $n } 条已闭环的条目重新推演
    }；复现 { $back } 条，无法判断 { $unknown } 条（不算通过），复演支持已整改 { $holds } 条；未闭环 { $left } 条。
cli-regression-written = { $file } 已更新。
cli-regression-status = （{ $before } → { $after }）
cli-check-nobody = 这些文件都不属于任何客户。
problem-argument-regression-files-only = --regression 要推演，--files-only 不推演。请去掉其中一个。
cli-register = 薄弱环节台账：{ $added ->
        [0] 没有新增
       *[other] 新增 { $added } 条（{ $new }）
    }{ $back ->
        [0] {""}
       *[other] ；复现并重新打开 { $back } 条（{ $again }）
    }；已在台账中 { $known } 条。{ $written ->
        [yes] { $file } 已更新。
       *[no] { $file } 未改动。
    }
problem-argument-register-day = --register 须与 --as-of 一起使用：条目要写明发现日期，而 drillsim 不读时钟。请两个都写，如 --register --as-of 2026-07-01。
problem-register-scenario-elsewhere = 台账按名称查找场景，而该文件不在查找的位置。请将其放入 scenarios/{ $customer }/，或不用 --register。
