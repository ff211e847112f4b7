# 演练服务：监听地址、证书、拒绝的请求、写不进去的记录。

## 命令行

cli-argument-session-scenario = 一个或几个场景，写名称或路径：一个场景一场演练，由本命令同时提供
cli-option-host = 页面所用的本机地址或主机名；127.0.0.1 只限本机（默认 127.0.0.1）
cli-option-certificate = TLS 证书，PEM 格式，后附证书链；与 --key 同用
cli-option-key = 证书的私钥，PEM 格式，不设口令
cli-option-double-blind = 双盲：结束前只有导调台能看到真实状态，评估、观摩、安全员只看到某岗位所知
server-plain = { $host } 上是明文 HTTP：同一网络中的人能看到、能改动传送的内容，链接和加入码也在内。请用自己的独立网络，或用 --certificate 和 --key。
server-other-name = { $file } 不是为 { $host } 签发的，浏览器会告警。请换用为 { $host } 签发的证书，或用 --host 写证书上的名称。
server-drill-full = 记录 { $path } 写不进去（{ $what }）。演练停住；请腾出磁盘空间，再在导调台按“从记录处继续”。
server-drill-stands = 演练 { $path } 停住：程序故障，详见 { $log }。其他演练照常进行。继续该演练：drillsim session --resume { $path }
server-request-failed = 一次请求出错：程序故障，详见 { $log }。各演练照常进行。

## 问题

problem-server-host-every = { $host } 是本机的全部地址，而链接只能写一个。请写其他人访问本机所用的地址。
problem-server-host-unknown = 没有名为 { $host } 的地址。请写本机的地址。
problem-server-host-elsewhere = { $host } 不是本机的地址。请写本机自己的地址。
problem-server-port-not-allowed = 当前用户不能监听端口 { $port }。请写 1024 及以上的端口，或写 0 由系统选取。
problem-server-tls-half = 证书和私钥须成对使用。请同时写 { $lacks }。
problem-server-msel-of-several = 一份注入清单只属于一个场景。请分别开演练，或不写 --msel。
problem-server-certificate-missing = 证书文件读不到。请写当前用户可读的 PEM 文件。
problem-server-certificate-none = 此文件中没有证书。请写以 -----BEGIN CERTIFICATE----- 开头的 PEM 文件。
problem-server-certificate-expired = 证书已过期。请换用今天有效的证书。
problem-server-certificate-early = 证书尚未生效。请换用今天有效的证书，或校正本机时钟。
problem-server-key-missing = 私钥文件读不到。请写当前用户可读的 PEM 文件。
problem-server-key-none = 此文件中没有私钥。请写含 -----BEGIN PRIVATE KEY----- 的 PEM 文件。
problem-server-key-locked = 私钥设有口令。请另存为不设口令的文件：openssl pkey -in 原文件 -out 新文件，并妥善保管。
problem-server-key-other = 私钥与证书不匹配。请写签发该证书时所用的私钥。
problem-server-tls-unusable = 证书和私钥无法使用。请用服务器证书和常用类型的私钥（2048 位及以上 RSA，或 EC），均为 PEM 格式。

## 对被拒绝的请求的答复

server-refused-400 = 无法识别这个请求。
server-refused-403 = 这份表单不是从本演练的页面发出的。
server-refused-405 = 此处不能这样做。
server-refused-413 = 一次发送的内容过多。
server-refused-414 = 地址过长。
server-refused-421 = 此名称下没有页面。请使用收到的链接。
server-refused-431 = 请求头过长。
server-refused-500 = 程序故障，演练照常进行。请再试一次。
server-press-again = 此操作已发送过一次，不重复执行。
server-press-none = 此操作没有编号。请重新打开页面。

## 页面

session-drill-stands = 演练停住，未执行。
session-stands-still = 记录仍写不进去。请先腾出磁盘空间，再试一次。
session-goes-on = 演练从记录处继续，时钟停着。
session-record-full = 演练停住：记录写不进去。请导调人员腾出磁盘空间。
session-fault = 演练停住：程序故障。此前的过程已记录在案。
session-go-on = 从记录处继续
session-link = 链接
session-renew = 换新链接
session-renew-confirm = 重发链接和加入码：{ $part }。原来的随即作废。
session-entry-revoked = 收回链接：{ $participant }
session-entry-renewed = 换新链接：{ $participant }
session-entry-wall = 大屏显示{ $what }
session-entry-double_blind = 双盲：结束后才显示真实状态
session-invite = 生成链接
session-invite-title = 增加参加人员
session-invite-name = 姓名
session-invite-plays = 扮演岗位（仅参演人员）
session-invite-no-role = 请至少勾选一个扮演的岗位。
session-invited-now = 已为{ $who }生成链接，见上表。
session-entry-invited = 已为{ $name }（{ $part }）生成链接
session-page-simulator = 模拟
session-to-send = 由你发出的消息
session-to-send-says = 你代表不在会场的各方。逐条口头发出，先说“演练”，再按“立即注入”。
