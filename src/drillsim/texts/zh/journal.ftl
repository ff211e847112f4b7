# 读取运行记录时的问题。

problem-journal-unreadable = 无法读取运行记录（{ $why }）。请核对路径和读取权限，给出含有 journal.jsonl 的运行文件夹。
problem-journal-empty = 运行记录是空的：推演在记录任何内容之前就中断了。请用 drillsim run 重新推演该场景。
problem-journal-not-a-journal = 这不是 drillsim 的运行记录。请给出 drillsim run 生成的运行文件夹或其中的 journal.jsonl。
problem-journal-newer = 该运行记录由 drillsim { $version } 写成，格式比本程序新。请用 { $version } 或更新的版本打开。
problem-journal-line-damaged = 这一行已损坏，记录不完整，无法采信。请从备份恢复该运行文件夹，或用相同文件和种子重新运行。
problem-journal-unknown-event = 本程序不认识事件类型“{ $type }”，记录由 drillsim { $version } 写成。请用 { $version } 或更新的版本打开。
