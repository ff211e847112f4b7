# 最小修订集：页面与文档。

revise-endurance = 自备电源支撑时间不足
revise-title = { $customer }：预案 { $version } 的最小修订集
revise-cases-plan = 现行预案在 { $required } 个工况下（每个启动预案的事件单独发生、各配一项未按预案进行的情况；场景库按白天、夜间、交接班）：其中 { $missed } 个工况有受保护对象超过限值，共 { $limits } 项，保安类 { $critical } 项。
revise-cases-run = 现行预案在所记录的推演中：受保护对象超过限值 { $limits } 项，保安类 { $critical } 项。
revise-cases-campaign = 现行预案在全工况推演的 { $required } 个工况下：其中 { $missed } 个工况有受保护对象超过限值，共 { $limits } 项，保安类 { $critical } 项。
revise-answer-paper = 仅改预案文字：{ $n ->
    [0] 没有可用的修订
   *[other] { $n } 项修订
 }
revise-answer-setting = 改文字和定值：{ $n ->
    [0] 没有可用的修订
   *[other] { $n } 项修订
 }
revise-answer-all = 连同培训、人员、购置：{ $n ->
    [0] 没有可用的修订
   *[other] { $n } 项修订
 }
revise-same = { $answer ->
    [paper] 与仅改文字相同：没有更多改善。
   *[other] 与改文字和定值相同：没有更多改善。
 }
revise-change = { $number }. { $place } · { $owner } · { $kind } · [{ $id }]
revise-old = 原文：{ $words }
revise-new = 修订文：{ $words }
revise-result = { $meets ->
    [all] 复演支持：作这些修订后，受保护的负荷和业务在所有工况下都满足限值，没有任何工况变差（复演 { $verified } 个）。
    [none] 试过的修订，没有一项能改善而不使别处变差。保留工况以外，超过限值 { $missed } 项，保安类 { $critical } 项。
   *[some] 复演支持：{ $verified } 个工况均未变差；其中 { $met } 个工况的受保护限值全部满足。仍超过限值 { $missed } 项，保安类 { $critical } 项。在试过的修订中，未找到更好的组合。
 }
revise-held-back = 未参与寻找的保留工况 { $cases } 个：受保护限值全部满足的 { $met } 个（修订前 { $before } 个），变差的 { $worse } 个。
revise-exact = 修订的所有组合都看过（{ $n } 组）：没有更好的。
revise-not-exact = 看过 { $n } 组，并非全部组合：这是找到的最好的一组。
revise-case = “{ $case }”
revise-remains = 任何组合都未能解决的瓶颈 { $n } 处（保安类在前）
revise-remains-more = 另有 { $n } 处瓶颈，涉及 { $limits } 项限值，见 revise.json。
revise-behind = { $title }：{ $subject }{ $clause ->
    [none] { "" }
   *[other] （{ $clause }）
 }
revise-left = { $number }. { $what } → { $subjects }{ $more ->
    [0] { "" }
   *[other] 等另 { $more } 项
 }：超过限值 { $limits } 项次，其中保安类 { $critical } 项次；最严重的是“{ $case }”，超出 { $late }（{ $why }）。
revise-takes = 需要：{ $what }
revise-takes-network = 需要：绕过故障点的第二条供电路径，即改动网络（购置改造，未经复演支持）。
revise-takes-nothing = 尚无已知的修订可以解决。
revise-what-it-takes = { $what }（{ $kind }；{ $state ->
    [at-odds] 试过：有改善，但别处变差，见下，[{ $id }]
    [tried] 试过：单独作出仍不够，[{ $id }]
   *[not-rerun] 未经复演支持
 }）。
revise-at-odds = 有改善但别处变差的修订：提请会议权衡
revise-at-odds-one = { $number }. { $what }（{ $kind }，[{ $id }]）：在试过的 { $cases } 个工况中，单独作出可消除超限 { $mends } 项（保安类 { $critical } 项）；变差的工况 { $worse } 个。{ $why }
revise-reviewed = 修订取自 { $n } 个工况的推演，它们合起来尽量包含每项超限的每种成因：共 { $changes } 条建议。
revise-avoided = 作了修订的推演：已推演 { $played } 次，其中 { $verifying } 次用于核验组合；{ $untouched } 次不必推演，因为修订只涉及其中无人启动的处置卡，结果不会改变。
revise-idle = 寻找组合时另有 { $n } 次未推演：单独作出时不起作用的修订，暂且认为与其他修订一起也不起作用；答案的复演未作此简化。
revise-not-screened = 另有 { $n } 个超限工况成因相同，选取组合时未用，但选出的组合已在其上复演。
revise-unsure = 在某些工况下无法判断是否满足限值的（潮流无解，或推演结束时仍停电而未到限值）：{ $names }{ $n ->
    [0] 。
   *[other] （共 { $n } 个）。
 }
revise-took = 用时：寻找 { $search }，核验 { $verification }。
revise-apply = 提请评审后，用 --apply minimal 把最小修订集写成预案的下一版，或用 --apply ID,… 只写其中几项。
revise-written = 预案 { $old } 已修订为 { $new }，共 { $n } 项修订。已写入：{ $files }。旧版在 { $kept }。
revise-written-approval = 新版尚未批准，由签署人批准。
revise-written-minor = 仅涉及人员、证书、值班表：属小修订，批准仍有效。处置卡须重新打印。
revise-written-posts = 含新增岗位（{ $names }）：增加人员、增加值班时间或新设全天值班岗位不属小修订，须经批准。
revise-written-edition = 已写入方案 { $name }（对应预案 { $version }），共 { $n } 项修订。已写入：{ $files }。修改前的方案在 { $kept }。
revise-written-edition-why = 这些修订是针对方案所定日期提出的，只在这些天执行：预案正文、其批准和薄弱环节台账均未改动。方案改动后请由审批人重新确认。
revise-written-done = 台账中已按本次修订整改、待复演验证的：{ $names }。用 drillsim check --regression 复演。
revise-written-in-progress = 台账中转为整改中的：{ $names }。所需的整定、培训、人员或购置完成后，再填写整改完成。
revise-written-carried = 各条改动仍适用、已改为对应 { $new } 版的方案：{ $names }。未与方案一起复演：用 drillsim revise --edition 复演。
revise-written-otherwise = 方案 { $name } 的日期内，下列修订所改之处仍按方案执行：{ $ids }。请核对该方案。
revise-written-over = 日期已过、仍对应 { $old } 版并随其留存的方案：{ $names }。
revise-written-others = 对应其他版本、未作改动的方案：{ $names }。
revise-edition = 按方案 { $edition } 的日期、运行方式和值班推演。
