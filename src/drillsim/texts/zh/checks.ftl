# 审查规则:文件和接线就能判定的问题,不经仿真。

## 文件之间的矛盾

problem-function-circle = 功能之间相互依赖成环:{ $functions }。请确定哪一项可以先恢复,去掉环上的一条 needs。
