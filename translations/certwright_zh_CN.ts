<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>calendar</name>
    <message>
        <source>%1 ends: %2 (%3)</source>
        <translation>%1到期：%2（%3）</translation>
    </message>
    <message>
        <source>Before that day run: %1</source>
        <translation>请在该日期之前运行：%1</translation>
    </message>
    <message>
        <source>After it the service deletes its certificates at its next start.</source>
        <translation>过了这个时间，服务会在下次启动时删除证书。</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>服务：%1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Computer: %1</source>
        <translation>计算机：%1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>名称：%1</translation>
    </message>
    <message>
        <source>Ends: %1</source>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>Certificates and their services</source>
        <translation>证书及其服务</translation>
    </message>
</context>
<context>
    <name>clean</name>
    <message>
        <source>zeros: overwritten before</source>
        <translation>全零：之前已覆盖</translation>
    </message>
    <message>
        <source>%1 was overwritten, but may still be there.</source>
        <translation>%1 已被覆盖，但文件可能仍在。</translation>
    </message>
    <message>
        <source>%1 was not removed.</source>
        <translation>%1 未删除。</translation>
    </message>
    <message>
        <source>Files to overwrite and remove</source>
        <translation>将覆盖并删除的文件</translation>
    </message>
    <message>
        <source>Nothing to remove.</source>
        <translation>没有需要删除的文件。</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n file(s) overwritten and removed.</source>
        <translation>
            <numerusform>完成：已覆盖并删除 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Overwrite and remove these files? [y/N] </source>
        <translation>覆盖并删除这些文件？[y/N] </translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>未删除任何文件。</translation>
    </message>
    <message>
        <source>The source files are still there. To overwrite and remove them: %1</source>
        <translation>源文件仍在。要覆盖并删除它们，请运行：%1</translation>
    </message>
</context>
<context>
    <name>command</name>
    <message>
        <source>Puts certificates into services, safely: shows what is right and wrong, shows every change, then does all of it or none of it.</source>
        <translation>安全地把证书装进服务：先说明对错，展示每一处改动，然后全部完成，或什么都不改。</translation>
    </message>
    <message>
        <source>Show what files hold: certificates, keys, revocation lists, containers.</source>
        <translation>显示文件内容：证书、私钥、吊销列表、容器。</translation>
    </message>
    <message>
        <source>List the services that are known, what each needs and where it is looked for.</source>
        <translation>列出已知的服务、各自需要的文件以及查找位置。</translation>
    </message>
    <message>
        <source>Judge files for a service: everything that is right and wrong, all at once.</source>
        <translation>检查文件是否适合服务：一次列出所有问题。</translation>
    </message>
    <message>
        <source>Check, then show every file and config line that an import would change.</source>
        <translation>先检查，然后显示导入将改动的每个文件和配置行。</translation>
    </message>
    <message>
        <source>Check, plan, ask, then write everything or nothing, and prove that the service will start.</source>
        <translation>检查、计划、确认，然后全部写入或完全不写，并证明服务能够启动。</translation>
    </message>
    <message>
        <source>Is what is installed whole, how long will it last, and does a TLS handshake succeed?</source>
        <translation>已安装的内容是否完整、还能用多久、TLS 握手能否成功？</translation>
    </message>
    <message>
        <source>Hand the key&apos;s passphrase to a program that starts the service, through a pipe.</source>
        <translation>通过管道把私钥口令交给启动服务的程序。</translation>
    </message>
    <message>
        <source>Make a new master key and seal the passphrase anew.</source>
        <translation>生成新的主密钥，并重新密封口令。</translation>
    </message>
    <message>
        <source>Make practice service folders and practice material, good and bad.</source>
        <translation>生成练习用的服务文件夹和各种正确或有问题的练习材料。</translation>
    </message>
    <message>
        <source>Print one JSON object instead of text</source>
        <translation>输出一个 JSON 对象而不是文本</translation>
    </message>
    <message>
        <source>Language: en or zh (default: the locale&apos;s)</source>
        <translation>语言：en 或 zh（默认取自区域设置）</translation>
    </message>
    <message>
        <source>Judge as of this time (UTC), e.g. 2027-01-31</source>
        <translation>按此时间（UTC）判断，例如 2027-01-31</translation>
    </message>
    <message>
        <source>Files to look at</source>
        <translation>要查看的文件</translation>
    </message>
    <message>
        <source>Ask for passwords and look inside what is encrypted</source>
        <translation>询问口令并查看加密的内容</translation>
    </message>
    <message>
        <source>The service: see certwright-cli profiles</source>
        <translation>服务：见 certwright-cli profiles</translation>
    </message>
    <message>
        <source>The service&apos;s folder (streamserver: MX_SDK_HOME; aoi: the unpacked folder)</source>
        <translation>服务的文件夹（streamserver：MX_SDK_HOME；aoi：解压后的文件夹）</translation>
    </message>
    <message>
        <source>The folder that holds aoi_service (default: your home folder)</source>
        <translation>aoi_service 所在的文件夹（默认：您的主目录）</translation>
    </message>
    <message>
        <source>The CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>The server certificate</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>The server&apos;s private key</source>
        <translation>服务器私钥</translation>
    </message>
    <message>
        <source>The revocation list</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>A file for one slot, as SLOT=PATH; may be repeated</source>
        <translation>某个槽位的文件，写作 槽位=路径；可重复</translation>
    </message>
    <message>
        <source>A setting, as retention-days=N; may be repeated</source>
        <translation>设置，写作 retention-days=N；可重复</translation>
    </message>
    <message>
        <source>The host name that the certificate must cover</source>
        <translation>证书必须包含的主机名</translation>
    </message>
    <message>
        <source>Read the key&apos;s password from this open descriptor</source>
        <translation>从这个已打开的描述符读取私钥口令</translation>
    </message>
    <message>
        <source>Read the key&apos;s password from standard input</source>
        <translation>从标准输入读取私钥口令</translation>
    </message>
    <message>
        <source>Do not ask before writing</source>
        <translation>写入前不询问</translation>
    </message>
    <message>
        <source>Write the passphrase to this open pipe</source>
        <translation>把口令写到这个已打开的管道</translation>
    </message>
    <message>
        <source>The folder to make; must be missing or empty</source>
        <translation>要创建的文件夹；必须不存在或为空</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>（必需）</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>N</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>无法理解：%1</translation>
    </message>
    <message>
        <source>Something is missing or does not fit: %1</source>
        <translation>缺少参数或参数不合适：%1</translation>
    </message>
    <message>
        <source>--at takes a time like 2027-01-31 or 2027-01-31 08:00:00, in UTC: %1</source>
        <translation>--at 需要 2027-01-31 或 2027-01-31 08:00:00 形式的 UTC 时间：%1</translation>
    </message>
    <message>
        <source>--file takes SLOT=PATH, and the service has these slots: %1</source>
        <translation>--file 需要 槽位=路径 的形式，该服务的槽位有：%1</translation>
    </message>
    <message>
        <source>--set takes retention-days=N with a whole number from %1 to %2: %3</source>
        <translation>--set 需要 retention-days=N，N 为 %1 到 %2 的整数：%3</translation>
    </message>
    <message>
        <source>This service has no such setting: %1</source>
        <translation>该服务没有这个设置：%1</translation>
    </message>
    <message>
        <source>Nobody can be asked here; add --yes to go on without a question.</source>
        <translation>此处无法询问；加上 --yes 可不询问直接继续。</translation>
    </message>
    <message>
        <source>No files were named.</source>
        <translation>没有指定任何文件。</translation>
    </message>
    <message>
        <source>See: certwright-cli %1--help</source>
        <translation>参见：certwright-cli %1--help</translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation>%1 的口令：</translation>
    </message>
    <message>
        <source>That was not it. Password for %1 (try %2): </source>
        <translation>口令不对。%1 的口令（第 %2 次）：</translation>
    </message>
    <message>
        <source>Write these changes? [y/N] </source>
        <translation>写入这些改动吗？[y/N] </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Practice folder made: %1</source>
        <translation>练习文件夹已生成：%1</translation>
    </message>
    <message>
        <source>Read %1, then try the command at its end.</source>
        <translation>请阅读 %1，然后试试文末的命令。</translation>
    </message>
    <message>
        <source>The passphrase is sealed under a new master key.</source>
        <translation>口令已用新的主密钥重新密封。</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Renew what is installed: a new certificate, key, CA or list; what is not named stays.</source>
        <translation>更新已安装的内容：新的证书、私钥、CA 或吊销列表；未指定的保持不变。</translation>
    </message>
    <message>
        <source>Put newer revocation lists in the place of the installed ones, while the service runs.</source>
        <translation>在服务运行时，用较新的吊销列表替换已安装的吊销列表。</translation>
    </message>
    <message>
        <source>Show what was done to a service, by whom, when and with what proof; each state can be restored.</source>
        <translation>显示对服务做过的操作、操作人、时间和验证结果；每个状态都可以恢复。</translation>
    </message>
    <message>
        <source>Restore the state after a transaction (default: the one before the newest).</source>
        <translation>恢复到某次操作之后的状态（默认：最近一次操作之前的状态）。</translation>
    </message>
    <message>
        <source>Overwrite and remove source files that are installed now, and stray copies of the private key.</source>
        <translation>覆盖并删除现已安装的源文件，以及散落的私钥副本。</translation>
    </message>
    <message>
        <source>Look at a service folder that anyone made: what is wrong, why, and how to mend it.</source>
        <translation>检查任何人创建的服务文件夹：有什么问题、原因是什么、如何修复。</translation>
    </message>
    <message>
        <source>Take an existing installation under management, without changing a byte of it.</source>
        <translation>将现有安装纳入管理，不改动其中任何一个字节。</translation>
    </message>
    <message>
        <source>List every date on which a known service stops working; exit with 1 if one is near.</source>
        <translation>列出已知服务停止工作的所有日期；如有临近的日期，则以 1 退出。</translation>
    </message>
    <message>
        <source>Show or extend the date on which the service deletes its certificates.</source>
        <translation>显示或延长服务删除其证书的日期。</translation>
    </message>
    <message>
        <source>Write the record of one transaction, to hand over; it holds no secrets.</source>
        <translation>生成一次操作的交接记录；其中不含任何机密。</translation>
    </message>
    <message>
        <source>As root: work for the account that owns the folder; all files then belong to it</source>
        <translation>以 root 运行时：代替文件夹的所有者账户操作，所有文件归该账户所有</translation>
    </message>
    <message>
        <source>Afterwards overwrite and remove the source files that are installed now</source>
        <translation>完成后覆盖并删除现已安装的源文件</translation>
    </message>
    <message>
        <source>The new revocation lists; each finds its place by its issuer</source>
        <translation>新的吊销列表；按签发者自动归位</translation>
    </message>
    <message>
        <source>Accept a list that is older than the installed one</source>
        <translation>接受比已安装的更旧的吊销列表</translation>
    </message>
    <message>
        <source>How many days from now the service keeps its certificates</source>
        <translation>服务从现在起保留证书的天数</translation>
    </message>
    <message>
        <source>The date until which the service keeps its certificates, in UTC</source>
        <translation>服务保留证书的截止日期（UTC）</translation>
    </message>
    <message>
        <source>Wipe states beyond the limits now</source>
        <translation>立即清除超出限额的状态</translation>
    </message>
    <message>
        <source>How many states to keep (remembered for this service; default 10)</source>
        <translation>保留多少个状态（为此服务记住；默认 10）</translation>
    </message>
    <message>
        <source>How many days to keep a state (remembered for this service; default 400)</source>
        <translation>状态保留多少天（为此服务记住；默认 400）</translation>
    </message>
    <message>
        <source>The transaction to show in full; its first characters are enough</source>
        <translation>要完整显示的操作；输入前几个字符即可</translation>
    </message>
    <message>
        <source>Restore the state before the transaction instead of the one after it</source>
        <translation>恢复到该操作之前的状态，而不是之后的状态</translation>
    </message>
    <message>
        <source>Keep the restored state even if its proof fails now</source>
        <translation>即使当前验证失败也保留恢复的状态</translation>
    </message>
    <message>
        <source>The transaction whose state is restored; its first characters are enough</source>
        <translation>要恢复到的操作；输入前几个字符即可</translation>
    </message>
    <message>
        <source>html (one file that prints well) or text (default)</source>
        <translation>html（单个文件，适合打印）或 text（默认）</translation>
    </message>
    <message>
        <source>The report&apos;s language: en, zh or both</source>
        <translation>记录的语言：en、zh 或 both（双语）</translation>
    </message>
    <message>
        <source>The file to write (default: standard output)</source>
        <translation>要写入的文件（默认：标准输出）</translation>
    </message>
    <message>
        <source>The transaction to report (default: the newest)</source>
        <translation>要生成记录的操作（默认：最近一次）</translation>
    </message>
    <message>
        <source>Plan what can be mended, ask, and do it</source>
        <translation>规划可修复的内容，询问后执行</translation>
    </message>
    <message>
        <source>A folder to be searched for copies of the installed private key; may be repeated</source>
        <translation>要搜索已安装私钥副本的文件夹；可重复指定</translation>
    </message>
    <message>
        <source>Files and folders that the import was made from</source>
        <translation>导入时使用的文件和文件夹</translation>
    </message>
    <message>
        <source>Only this service (default: all that are known on this computer)</source>
        <translation>仅此服务（默认：本机所有已知服务）</translation>
    </message>
    <message>
        <source>Exit with 1 if something ends within so many days</source>
        <translation>如有内容在指定天数内到期，则以 1 退出</translation>
    </message>
    <message>
        <source>Also write a calendar with alarms to this file (&quot;-&quot;: standard output)</source>
        <translation>同时将带提醒的日历写入此文件（“-”：标准输出）</translation>
    </message>
    <message>
        <source>Remove this folder from the known services</source>
        <translation>从已知服务中移除此文件夹</translation>
    </message>
    <message>
        <source>Files, folders and zip archives that are sorted by what they hold</source>
        <translation>按内容自动归类的文件、文件夹和 zip 压缩包</translation>
    </message>
    <message>
        <source>A slot that stays empty, or is emptied; may be repeated</source>
        <translation>留空或清空的槽位；可重复指定</translation>
    </message>
    <message>
        <source>Judge a certificate against trusted ones, for a name, a time and a policy.</source>
        <translation>用受信任的证书检验一个证书，可指定名称、时间和策略。</translation>
    </message>
    <message>
        <source>Certificates that are trusted as they are, self-signed or not</source>
        <translation>直接信任的证书，无论是否自签名</translation>
    </message>
    <message>
        <source>Certificates that may stand between; each is judged</source>
        <translation>可以位于中间的证书，每个都会被检验</translation>
    </message>
    <message>
        <source>The certificate that is judged</source>
        <translation>要检验的证书</translation>
    </message>
    <message>
        <source>A host name (or IP address) that the certificate must cover</source>
        <translation>证书必须包含的主机名（或 IP 地址）</translation>
    </message>
    <message>
        <source>An IP address that the certificate must cover</source>
        <translation>证书必须包含的 IP 地址</translation>
    </message>
    <message>
        <source>An e-mail address that the certificate must cover</source>
        <translation>证书必须包含的电子邮件地址</translation>
    </message>
    <message>
        <source>What the certificate is for: server (default) or client</source>
        <translation>证书的用途：server（默认）或 client</translation>
    </message>
    <message>
        <source>How strict to be: service (default), rfc5280 or webpki</source>
        <translation>严格程度：service（默认）、rfc5280 或 webpki</translation>
    </message>
    <message>
        <source>How many certificates may stand between (default 15)</source>
        <translation>中间最多可以有几个证书（默认 15）</translation>
    </message>
    <message>
        <source>A certificate policy (OID) that is acceptable; may be repeated</source>
        <translation>可接受的证书策略（OID），可重复给出</translation>
    </message>
    <message>
        <source>A certificate policy must be acceptable (RFC 5280)</source>
        <translation>必须有可接受的证书策略（RFC 5280）</translation>
    </message>
    <message>
        <source>Policy mappings do not count (RFC 5280)</source>
        <translation>不采用策略映射（RFC 5280）</translation>
    </message>
    <message>
        <source>The policy that stands for any does not count (RFC 5280)</source>
        <translation>不采用代表任意策略的策略（RFC 5280）</translation>
    </message>
    <message>
        <source>Answer one question a line from standard input, as JSON, on all cores</source>
        <translation>逐行回答标准输入中的问题（JSON），使用全部处理器核心</translation>
    </message>
    <message>
        <source>Name the certificate with --leaf, or ask many questions with --batch.</source>
        <translation>请用 --leaf 指定证书，或用 --batch 批量提问。</translation>
    </message>
    <message>
        <source>Search folders for certificates, keys, revocation lists and containers: what lies where, what belongs together, what is expired, weak or exposed.</source>
        <translation>在文件夹中搜索证书、私钥、吊销列表和容器：各在何处，哪些属于一起，哪些已过期、强度不足或对他人开放。</translation>
    </message>
    <message>
        <source>Folders or files to search</source>
        <translation>要搜索的文件夹或文件</translation>
    </message>
    <message>
        <source>Warn of certificates that end within so many days (default: 30)</source>
        <translation>证书在这么多天之内到期时发出警告（默认 30）</translation>
    </message>
    <message>
        <source>%1 files, %2 found</source>
        <translation>%1 个文件，发现 %2 项</translation>
    </message>
    <message>
        <source>Revocation lists that may name the certificates</source>
        <translation>可能列有这些证书的吊销列表</translation>
    </message>
    <message>
        <source>Who seals the passphrase: auto (the vendor&apos;s library where there is one), kmc or builtin</source>
        <translation>由谁密封口令：auto（有厂商的密钥管理库时用它）、kmc 或 builtin</translation>
    </message>
    <message>
        <source>Who seals the passphrase: auto (the vendor&apos;s library where there is one), kmc, builtin, or certimport (the vendor&apos;s own importer makes the files)</source>
        <translation>由谁密封口令：auto（有厂商的密钥管理库时用它）、kmc、builtin 或 certimport（由厂商自己的导入工具生成文件）</translation>
    </message>
    <message>
        <source>Write it in the form that the service reads (its profile&apos;s prefix in front)</source>
        <translation>按服务读取的格式写出（前面加上其配置档规定的前缀）</translation>
    </message>
    <message>
        <source>Look at what a server really serves, and compare it with what is installed.</source>
        <translation>查看服务器实际提供的证书，并与已安装的证书比较。</translation>
    </message>
    <message>
        <source>Where the server is: HOST:PORT, an IPv6 address in brackets</source>
        <translation>服务器的地址：HOST:PORT，IPv6 地址写在方括号中</translation>
    </message>
    <message>
        <source>The server name to ask for and to expect (default: the host)</source>
        <translation>请求并核对的服务器名称（默认为上面的主机）</translation>
    </message>
    <message>
        <source>What is said before TLS begins: postgres</source>
        <translation>TLS 开始之前使用的协议：postgres</translation>
    </message>
    <message>
        <source>The installed service to compare with: see certwright-cli profiles</source>
        <translation>与哪个已安装的服务比较：见 certwright-cli profiles</translation>
    </message>
    <message>
        <source>Files with the CA certificates to trust (default: the installed CA)</source>
        <translation>含有受信任 CA 证书的文件（默认为已安装的 CA）</translation>
    </message>
    <message>
        <source>A client certificate to show to the server</source>
        <translation>向服务器出示的客户端证书</translation>
    </message>
    <message>
        <source>The client certificate&apos;s private key (default: in the same file)</source>
        <translation>客户端证书的私钥（默认在同一文件中）</translation>
    </message>
    <message>
        <source>How many seconds each connection may take (default: 10)</source>
        <translation>每次连接最多用多少秒（默认 10）</translation>
    </message>
    <message>
        <source>%1 is no address of a server: give HOST:PORT, an IPv6 address in brackets.</source>
        <translation>%1 不是服务器地址：请写成 HOST:PORT，IPv6 地址写在方括号中。</translation>
    </message>
    <message>
        <source>check and files: read own profiles; new and an id: write one to start from</source>
        <translation>check 加文件：读取自定义配置档；new 加标识：写出一个起始配置档</translation>
    </message>
    <message>
        <source>The service whose profile the new one starts from</source>
        <translation>新配置档以哪个服务的配置档为起点</translation>
    </message>
    <message>
        <source>The file to write (default: in the folder of your own profiles)</source>
        <translation>要写入的文件（默认在自定义配置档的文件夹中）</translation>
    </message>
    <message>
        <source>Name what is to be done: check and files, or new and one id.</source>
        <translation>请说明要做什么：check 加文件，或 new 加一个标识。</translation>
    </message>
    <message>
        <source>The server block that takes the certificate in, as FILE:LINE or by its server name</source>
        <translation>载入证书的 server 块，写作“FILE:LINE”或服务器名称</translation>
    </message>
    <message>
        <source>Afterwards make the running service take over what was installed</source>
        <translation>完成后让正在运行的服务启用新安装的文件</translation>
    </message>
    <message>
        <source>Afterwards look what the server at HOST:PORT serves</source>
        <translation>完成后查看位于“HOST:PORT”的服务器实际提供的证书</translation>
    </message>
    <message>
        <source>Make this named pipe and hand the passphrase to every program that reads it, until stopped</source>
        <translation>创建此命名管道，把口令交给每个读取它的程序，直到被停止</translation>
    </message>
    <message>
        <source>Stop after so many readers of the pipe</source>
        <translation>管道被读取这么多次后停止</translation>
    </message>
    <message>
        <source>Print the systemd unit that feeds the service&apos;s pipe, and how to use it</source>
        <translation>打印向该服务的管道提供口令的 systemd 单元及其用法</translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>保存为 %1</translation>
    </message>
    <message>
        <source>Save as %1, so that the service waits for the pipe</source>
        <translation>保存为 %1，使服务等待管道就绪</translation>
    </message>
    <message>
        <source>Then run: %1</source>
        <translation>然后运行：%1</translation>
    </message>
    <message>
        <source>Write --served-at as HOST:PORT, not: %1</source>
        <translation>--served-at 应写作“HOST:PORT”，而不是：%1</translation>
    </message>
    <message>
        <source>%1, reading %2 (%3%)</source>
        <translation>%1，正在读取 %2（%3%）</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What ends</source>
        <translation>到期项目</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>服务文件夹</translation>
    </message>
    <message>
        <source>server certificate</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>intermediate certificate</source>
        <translation>中间证书</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>revocation list</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>保留期限</translation>
    </message>
    <message>
        <source>No service is known on this computer yet. Name one with --service and --root, or import into it.</source>
        <translation>这台计算机上还没有已知的服务。请用 --service 和 --root 指定一个，或先向它导入证书。</translation>
    </message>
    <message>
        <source>Nothing is installed that could end: %1, %2</source>
        <translation>没有安装任何会到期的内容：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) are past or come within %1.</source>
        <translation>
            <numerusform>%n 个日期已过，或将在 %1内到来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ends within %1.</source>
        <translation>%1内没有到期的项目。</translation>
    </message>
    <message>
        <source>Calendar written: %1</source>
        <translation>日历已写入：%1</translation>
    </message>
    <message>
        <source>Removed from the known services: %1</source>
        <translation>已从已知服务中移除：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>ends within a day</source>
        <translation>将在一天内到期</translation>
    </message>
    <message>
        <source>passed less than a day ago</source>
        <translation>刚过期限，不到一天</translation>
    </message>
    <message>
        <source>expired less than a day ago</source>
        <translation>刚过期，不到一天</translation>
    </message>
    <message numerus="yes">
        <source>passed %n day(s) ago</source>
        <translation>
            <numerusform>%n 天前已过期限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n day(s) ago</source>
        <translation>
            <numerusform>%n 天前已过期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Who can get at it</source>
        <translation>谁能接触到它</translation>
    </message>
    <message>
        <source>Key and passphrase</source>
        <translation>私钥与口令</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Does it start?</source>
        <translation>能启动吗？</translation>
    </message>
    <message>
        <source>Certificates and the rest</source>
        <translation>证书及其他</translation>
    </message>
    <message>
        <source>Whoever can read the key can pose as the server; whoever can write here decides what the service reads.</source>
        <translation>能读取私钥的人可以冒充服务器；能在这里写入的人决定服务读到什么。</translation>
    </message>
    <message>
        <source>The service opens its key with a passphrase that only the key store can unseal; all three have to fit together.</source>
        <translation>服务用口令打开私钥，而口令只有密钥库才能解封；三者必须彼此匹配。</translation>
    </message>
    <message>
        <source>The service reads only what its config names, and refuses a config that it cannot read to the end.</source>
        <translation>服务只读取配置中指明的文件，无法完整读取的配置会被拒绝。</translation>
    </message>
    <message>
        <source>What is missing or unreadable stops the next start, not the running service.</source>
        <translation>文件缺失或无法读取会使下次启动失败，不影响正在运行的服务。</translation>
    </message>
    <message>
        <source>After these dates the service, or its clients, refuse to work.</source>
        <translation>过了这些日期，服务或其客户端将拒绝工作。</translation>
    </message>
    <message>
        <source>A start was tried with exactly what is installed.</source>
        <translation>已用现有的安装内容试行启动。</translation>
    </message>
    <message>
        <source>These are judged by the same rules as at an import.</source>
        <translation>这些按与导入时相同的规则判断。</translation>
    </message>
    <message>
        <source>doctor --fix mends it.</source>
        <translation>doctor --fix 可以修复。</translation>
    </message>
    <message numerus="yes">
        <source>doctor --fix mends %n of them.</source>
        <translation>
            <numerusform>其中 %n 项可由 doctor --fix 修复。</numerusform>
        </translation>
    </message>
    <message>
        <source>None of this can be mended automatically.</source>
        <translation>这些都无法自动修复。</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>仍待处理</translation>
    </message>
    <message>
        <source>Nothing is left to be done.</source>
        <translation>没有需要处理的了。</translation>
    </message>
    <message>
        <source>These need a person:</source>
        <translation>以下需要人工处理：</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cancelled; nothing has changed.</source>
        <translation>已取消，没有任何改动。</translation>
    </message>
    <message>
        <source>Start again when you are ready.</source>
        <translation>准备好后请重新开始。</translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation>无法使用：%1</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>请更正后重试。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>%1 already exists.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Choose another place, or move it away.</source>
        <translation>请选择其他位置，或将其移走。</translation>
    </message>
    <message>
        <source>You may not access %1.</source>
        <translation>您没有访问 %1 的权限。</translation>
    </message>
    <message>
        <source>Run this as the owner of the file or folder.</source>
        <translation>请以该文件或文件夹所有者的身份运行。</translation>
    </message>
    <message>
        <source>%1 is (or leads through) a symbolic link.</source>
        <translation>%1 是符号链接（或路径中含有符号链接）。</translation>
    </message>
    <message>
        <source>Name the real file or folder.</source>
        <translation>请指定真实的文件或文件夹。</translation>
    </message>
    <message>
        <source>%1 is no regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>请选择一个文件。</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择一个文件夹。</translation>
    </message>
    <message>
        <source>%1 is too large to be read.</source>
        <translation>%1 太大，无法读取。</translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>请确认文件是否选对。</translation>
    </message>
    <message>
        <source>%1 has changed since it was looked at; nothing was written.</source>
        <translation>%1 在查看之后被改动；没有写入任何内容。</translation>
    </message>
    <message>
        <source>Look at the plan again, then repeat the import.</source>
        <translation>请重新查看计划，再次导入。</translation>
    </message>
    <message>
        <source>The disk is full at %1; everything is as it was.</source>
        <translation>%1 所在磁盘已满；一切保持原样。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>%1 is on a read-only file system.</source>
        <translation>%1 位于只读文件系统上。</translation>
    </message>
    <message>
        <source>Make it writable, or choose another place.</source>
        <translation>请使其可写，或选择其他位置。</translation>
    </message>
    <message>
        <source>Reading or writing %1 failed; everything is as it was.</source>
        <translation>读写 %1 失败；一切保持原样。</translation>
    </message>
    <message>
        <source>Check the disk or the network drive, then try again.</source>
        <translation>请检查磁盘或网络驱动器后重试。</translation>
    </message>
    <message>
        <source>Another import is working on %1.</source>
        <translation>另一个导入正在处理 %1。</translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again.</source>
        <translation>请等它结束后重试。</translation>
    </message>
    <message>
        <source>The record of an interrupted import is damaged: %1. Nothing was touched.</source>
        <translation>被中断的导入记录已损坏：%1。没有任何改动。</translation>
    </message>
    <message>
        <source>Keep a copy of this folder and ask for help; do not delete it.</source>
        <translation>请保留该文件夹的副本并寻求帮助，不要删除它。</translation>
    </message>
    <message>
        <source>An interrupted import in %1 has to be ended first.</source>
        <translation>需要先结束 %1 中被中断的导入。</translation>
    </message>
    <message>
        <source>Run this as the owner of the folder.</source>
        <translation>请以该文件夹所有者的身份运行。</translation>
    </message>
    <message>
        <source>The previous state could not be put back completely: %1.</source>
        <translation>无法完全恢复到先前的状态：%1。</translation>
    </message>
    <message>
        <source>Make this file writable, then run any command on this service again; it finishes the undo.</source>
        <translation>请让该文件可写，然后对此服务再次运行任一命令，它会完成撤销。</translation>
    </message>
    <message>
        <source>It is not safe to write %1; nothing was written.</source>
        <translation>写入 %1 不安全；没有写入任何内容。</translation>
    </message>
    <message>
        <source>Look at the details and put the folder in order.</source>
        <translation>请查看详细信息并整理该文件夹。</translation>
    </message>
    <message>
        <source>The config has the key &quot;%1&quot; twice.</source>
        <translation>配置中的键“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Remove the line that is wrong.</source>
        <translation>请删除错误的那一行。</translation>
    </message>
    <message>
        <source>The config cannot be edited safely at &quot;%1&quot;.</source>
        <translation>无法安全地编辑配置中的“%1”。</translation>
    </message>
    <message>
        <source>Edit this value by hand.</source>
        <translation>请手动修改该值。</translation>
    </message>
    <message>
        <source>The config file cannot be understood: %1</source>
        <translation>无法理解配置文件：%1</translation>
    </message>
    <message>
        <source>Correct the place named in the details.</source>
        <translation>请更正详细信息中指出的位置。</translation>
    </message>
    <message>
        <source>The service profile %1 has a mistake.</source>
        <translation>服务配置档 %1 有错误。</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot;.</source>
        <translation>没有名为“%1”的服务。</translation>
    </message>
    <message>
        <source>See the known services with: certwright-cli profiles</source>
        <translation>请用 certwright-cli profiles 查看已知的服务。</translation>
    </message>
    <message>
        <source>The service folder is not known: %1</source>
        <translation>不知道服务文件夹在哪里：%1</translation>
    </message>
    <message>
        <source>Name it with --root DIR.</source>
        <translation>请用 --root 目录 指定。</translation>
    </message>
    <message>
        <source>Both copies of the key store are damaged: %1</source>
        <translation>密钥库的两份副本都已损坏：%1</translation>
    </message>
    <message>
        <source>Import again with the original key and its password.</source>
        <translation>请用原始私钥及其口令重新导入。</translation>
    </message>
    <message>
        <source>The key store was made by the vendor&apos;s library: %1</source>
        <translation>密钥库由厂商的库创建：%1</translation>
    </message>
    <message>
        <source>Use the vendor&apos;s own tool for this service.</source>
        <translation>请对该服务使用厂商自己的工具。</translation>
    </message>
    <message>
        <source>The key stores are missing: %1</source>
        <translation>缺少密钥库：%1</translation>
    </message>
    <message>
        <source>The sealed passphrase cannot be opened: %1</source>
        <translation>密封的口令无法打开：%1</translation>
    </message>
    <message>
        <source>No protected memory is to be had.</source>
        <translation>无法取得受保护的内存。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The password could not be read.</source>
        <translation>无法读取口令。</translation>
    </message>
    <message>
        <source>Give it at a terminal, with --password-fd or --password-stdin.</source>
        <translation>请在终端输入，或使用 --password-fd 或 --password-stdin。</translation>
    </message>
    <message>
        <source>The password has characters that cannot be converted.</source>
        <translation>口令中有无法转换的字符。</translation>
    </message>
    <message>
        <source>Check the keyboard input.</source>
        <translation>请检查键盘输入。</translation>
    </message>
    <message>
        <source>A cryptographic step failed: %1</source>
        <translation>加密操作失败：%1</translation>
    </message>
    <message>
        <source>Look at the details; nothing has changed.</source>
        <translation>请查看详细信息；没有任何改动。</translation>
    </message>
    <message>
        <source>The plan has problems that must be solved first.</source>
        <translation>计划中有必须先解决的问题。</translation>
    </message>
    <message>
        <source>Solve what blocks, then try again.</source>
        <translation>请解决阻止导入的问题后重试。</translation>
    </message>
    <message>
        <source>The proof failed; everything is as it was.</source>
        <translation>验证失败；一切保持原样。</translation>
    </message>
    <message>
        <source>Look at the findings.</source>
        <translation>请查看检查结果。</translation>
    </message>
    <message>
        <source>Descriptor %1 is no pipe; a secret is not written to a file.</source>
        <translation>描述符 %1 不是管道；不会把机密写入文件。</translation>
    </message>
    <message>
        <source>Name a pipe or a socket with --fd N.</source>
        <translation>请用 --fd N 指定一个管道或套接字。</translation>
    </message>
    <message>
        <source>A secret is not written to a terminal.</source>
        <translation>不会把机密写到终端。</translation>
    </message>
    <message>
        <source>Name a pipe with --fd N.</source>
        <translation>请用 --fd N 指定一个管道。</translation>
    </message>
    <message>
        <source>The file system cannot do this at %1.</source>
        <translation>%1 所在的文件系统不支持此操作。</translation>
    </message>
    <message>
        <source>Use a local disk.</source>
        <translation>请使用本地磁盘。</translation>
    </message>
    <message>
        <source>The stored state is damaged: %1. Nothing was restored.</source>
        <translation>已保存的状态已损坏：%1。未恢复任何内容。</translation>
    </message>
    <message>
        <source>Choose another state; see: certwright-cli history</source>
        <translation>请选择其他状态，参见：certwright-cli history</translation>
    </message>
    <message>
        <source>There is no stored state &quot;%1&quot;.</source>
        <translation>没有已保存的状态“%1”。</translation>
    </message>
    <message>
        <source>See the stored states with: certwright-cli history</source>
        <translation>查看已保存的状态：certwright-cli history</translation>
    </message>
    <message>
        <source>The program %1 is not on this computer.</source>
        <translation>这台计算机上没有程序 %1。</translation>
    </message>
    <message>
        <source>Install it, or install Certwright again if it belongs to it.</source>
        <translation>请安装它；如果它属于证书匠，请重新安装证书匠。</translation>
    </message>
    <message>
        <source>The program %1 failed.</source>
        <translation>程序 %1 失败。</translation>
    </message>
    <message>
        <source>Read what it said under the details.</source>
        <translation>请查看详细信息中它的输出。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 没有及时应答。</translation>
    </message>
    <message>
        <source>Check that it is running, then try again.</source>
        <translation>请检查它是否在运行，然后重试。</translation>
    </message>
    <message>
        <source>The vendor&apos;s key library could not be used: %1</source>
        <translation>无法使用厂商的密钥管理库：%1</translation>
    </message>
    <message>
        <source>See what stands in the way with: certwright-cli doctor</source>
        <translation>请用 certwright-cli doctor 查看原因。</translation>
    </message>
    <message>
        <source>There is no computer with the name %1.</source>
        <translation>没有名为 %1 的计算机。</translation>
    </message>
    <message>
        <source>Check the spelling, or give the address.</source>
        <translation>请检查拼写，或直接给出地址。</translation>
    </message>
    <message>
        <source>Nobody answers at %1.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>Check that the service runs and that address and port are right.</source>
        <translation>请检查服务是否在运行，以及地址和端口是否正确。</translation>
    </message>
    <message>
        <source>No TLS connection came about with %1.</source>
        <translation>无法与 %1 建立 TLS 连接。</translation>
    </message>
    <message>
        <source>Check that this port speaks TLS; the details say what was answered.</source>
        <translation>请检查该端口是否使用 TLS；详细信息中有对方的应答。</translation>
    </message>
    <message>
        <source>Another program has %1 open.</source>
        <translation>另一个程序正在使用 %1。</translation>
    </message>
    <message>
        <source>Stop the service or close the program, then try again.</source>
        <translation>请停止该服务或关闭该程序，然后重试。</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>not named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>The certificate given for the server belongs to a CA: %1.</source>
        <translation>为服务器提供的证书属于 CA：%1。</translation>
    </message>
    <message>
        <source>Choose the certificate that was issued for this server.</source>
        <translation>请选择为本服务器签发的证书。</translation>
    </message>
    <message>
        <source>%1 is X.509 version %3, not 3: %2.</source>
        <translation>%1是 X.509 第 %3 版，而不是第 3 版：%2。</translation>
    </message>
    <message>
        <source>Ask your CA for a version 3 certificate.</source>
        <translation>请向 CA 申请第 3 版证书。</translation>
    </message>
    <message>
        <source>%1 expired on %3: %2.</source>
        <translation>%1已于 %3 过期：%2。</translation>
    </message>
    <message>
        <source>Get a renewed certificate from your CA.</source>
        <translation>请向 CA 申请续期证书。</translation>
    </message>
    <message>
        <source>%1 is valid only from %3 on: %2.</source>
        <translation>%1要到 %3 才生效：%2。</translation>
    </message>
    <message>
        <source>Wait until then, or check the clock of this computer.</source>
        <translation>请等到该时间，或检查本机时钟。</translation>
    </message>
    <message>
        <source>%1 expires in %4, on %3: %2.</source>
        <translation>%1将在 %4后（%3）过期：%2。</translation>
    </message>
    <message>
        <source>Ask your CA for a renewal now.</source>
        <translation>请现在就向 CA 申请续期。</translation>
    </message>
    <message>
        <source>Note the date and plan the renewal.</source>
        <translation>请记下日期并安排续期。</translation>
    </message>
    <message>
        <source>%1 is valid for more than %3 years (%4): %2.</source>
        <translation>%1的有效期超过 %3 年（%4 年）：%2。</translation>
    </message>
    <message>
        <source>Nothing to do now; some clients refuse such long lifetimes.</source>
        <translation>目前无需处理；有些客户端会拒绝如此长的有效期。</translation>
    </message>
    <message>
        <source>%1 is signed with %3, which the service refuses (accepted: %4): %2.</source>
        <translation>%1使用 %3 签名，服务会拒绝（接受：%4）：%2。</translation>
    </message>
    <message>
        <source>Ask your CA to issue it again with an accepted signature.</source>
        <translation>请让 CA 用受支持的签名算法重新签发。</translation>
    </message>
    <message>
        <source>The server certificate may not be used for a TLS server (extended key usage: %2): %1.</source>
        <translation>服务器证书不可用于 TLS 服务器（扩展密钥用法：%2）：%1。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with the usage &quot;TLS Web Server Authentication&quot;.</source>
        <translation>请向 CA 申请带有“TLS Web 服务器身份验证”用途的证书。</translation>
    </message>
    <message>
        <source>The server certificate names no host in its subject alternative names: %1.</source>
        <translation>服务器证书的使用者可选名称中没有主机名：%1。</translation>
    </message>
    <message>
        <source>Ask your CA to add the DNS name or IP address; many clients look at nothing else.</source>
        <translation>请让 CA 加上 DNS 名称或 IP 地址；许多客户端只看这里。</translation>
    </message>
    <message>
        <source>The server certificate does not cover the host %1 (it covers: %2).</source>
        <translation>服务器证书不包含主机 %1（包含：%2）。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with this name, or correct the host name.</source>
        <translation>请向 CA 申请包含该名称的证书，或更正主机名。</translation>
    </message>
    <message>
        <source>%1 is no CA certificate, but is given as one: %2.</source>
        <translation>%1不是 CA 证书，却被当作 CA 证书提供：%2。</translation>
    </message>
    <message>
        <source>Choose the certificate of the CA that issued the server certificate.</source>
        <translation>请选择签发服务器证书的 CA 的证书。</translation>
    </message>
    <message>
        <source>%1 may not sign certificates (key usage): %2.</source>
        <translation>%1不允许签发证书（密钥用法）：%2。</translation>
    </message>
    <message>
        <source>Ask the CA for its proper certificate.</source>
        <translation>请向 CA 索取正确的 CA 证书。</translation>
    </message>
    <message>
        <source>%1 may not sign revocation lists (key usage): %2.</source>
        <translation>%1不允许签发吊销列表（密钥用法）：%2。</translation>
    </message>
    <message>
        <source>Ask the CA which certificate signs its revocation lists, or leave the list out.</source>
        <translation>请向 CA 询问由哪个证书签发吊销列表，或不使用吊销列表。</translation>
    </message>
    <message>
        <source>The issuer of %1 is not among the files: %2 (key identifier %3).</source>
        <translation>%1 的签发者不在所给文件中：%2（密钥标识符 %3）。</translation>
    </message>
    <message>
        <source>Add the certificate of %1; your CA offers it for download.</source>
        <translation>请添加 %1 的证书；可从 CA 处下载。</translation>
    </message>
    <message>
        <source>%1 was not signed by the CA %2 that was given, although the name is the same.</source>
        <translation>%1 不是由所给的 CA %2 签名的，尽管名称相同。</translation>
    </message>
    <message>
        <source>Choose the CA certificate that belongs to this certificate; a CA may have had several keys.</source>
        <translation>请选择与此证书对应的 CA 证书；同一 CA 可能有过多个密钥。</translation>
    </message>
    <message>
        <source>Intermediate certificates were found and put in order: %1 (from %2).</source>
        <translation>已找到中间证书并排好顺序：%1（来自 %2）。</translation>
    </message>
    <message>
        <source>Nothing to do; they are written behind the server certificate.</source>
        <translation>无需处理；它们会写在服务器证书之后。</translation>
    </message>
    <message>
        <source>The certificate %1 is not part of the chain (from %2).</source>
        <translation>证书 %1 不属于证书链（来自 %2）。</translation>
    </message>
    <message>
        <source>Nothing to do; it is left out.</source>
        <translation>无需处理，它不会被写入。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>The service&apos;s config file %1 is missing.</source>
        <translation>缺少服务的配置文件 %1。</translation>
    </message>
    <message>
        <source>Restore it from the service&apos;s package.</source>
        <translation>请从服务的安装包中恢复它。</translation>
    </message>
    <message>
        <source>The key &quot;%2&quot; stands twice in %1, at lines %3 and %4.</source>
        <translation>%1 中的键“%2”出现了两次，在第 %3 行和第 %4 行。</translation>
    </message>
    <message>
        <source>Remove the line that is wrong.</source>
        <translation>请删除错误的那一行。</translation>
    </message>
    <message>
        <source>%1 cannot be edited safely at &quot;%2&quot;: %3.</source>
        <translation>无法安全地编辑 %1 中的“%2”：%3。</translation>
    </message>
    <message>
        <source>Edit it by hand: %1</source>
        <translation>请手动修改：%1</translation>
    </message>
    <message>
        <source>%1 has %2 lines; some releases of the service read at most %3.</source>
        <translation>%1 有 %2 行；服务的某些版本最多读取 %3 行。</translation>
    </message>
    <message>
        <source>Remove comment lines if the service refuses the file.</source>
        <translation>如果服务拒绝该文件，请删除一些注释行。</translation>
    </message>
    <message>
        <source>Line %2 of %1 has %3 characters; the service reads at most %4.</source>
        <translation>%1 的第 %2 行有 %3 个字符，服务最多读取 %4 个。</translation>
    </message>
    <message>
        <source>Shorten the line.</source>
        <translation>请缩短该行。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; at line %3 of %1 holds %4, which the service misreads.</source>
        <translation>%1 第 %3 行“%2”的值含有 %4，服务会误读。</translation>
    </message>
    <message>
        <source>Write the value without this character.</source>
        <translation>请改写该值，不要使用此字符。</translation>
    </message>
    <message>
        <source>The value for &quot;%1&quot; would have %2 characters; the service reads at most %3.</source>
        <translation>“%1”的值将有 %2 个字符，服务最多读取 %3 个。</translation>
    </message>
    <message>
        <source>Install the service under a shorter path.</source>
        <translation>请把服务安装到较短的路径下。</translation>
    </message>
    <message>
        <source>The value for &quot;%1&quot; has characters that the service misreads: %2.</source>
        <translation>“%1”的值含有服务会误读的字符：%2。</translation>
    </message>
    <message>
        <source>Install the service in a folder with a plain name.</source>
        <translation>请把服务安装到名称简单的文件夹中。</translation>
    </message>
    <message>
        <source>Start the service through &quot;certwright-cli unlock&quot;, which hands it the passphrase.</source>
        <translation>请通过 certwright-cli unlock 启动服务，由它交出口令。</translation>
    </message>
    <message>
        <source>The key stores were made by the vendor&apos;s library: %1. The built-in vault never touches them.</source>
        <translation>密钥库由厂商的库创建：%1。内置保险库不会改动它们。</translation>
    </message>
    <message>
        <source>Move them to a safe place if the built-in vault shall be used here.</source>
        <translation>如果要在此使用内置保险库，请先把它们移到安全的地方。</translation>
    </message>
    <message>
        <source>The key store %1 is %2 and is restored from its other copy.</source>
        <translation>密钥库 %1 %2，将从另一份副本恢复。</translation>
    </message>
    <message>
        <source>Nothing to do; if it happens again, check the disk.</source>
        <translation>无需处理；如果再次发生，请检查磁盘。</translation>
    </message>
    <message>
        <source>Both copies of the key store are damaged: %1.</source>
        <translation>密钥库的两份副本都已损坏：%1。</translation>
    </message>
    <message>
        <source>Move both away and import again with the original key and its password.</source>
        <translation>请把两份都移走，然后用原始私钥及其口令重新导入。</translation>
    </message>
    <message>
        <source>The service deletes its certificates on %1, before the certificate expires on %2.</source>
        <translation>服务会在 %1 删除证书，早于证书的过期时间 %2。</translation>
    </message>
    <message>
        <source>Choose more days with --set retention-days=N, or note the date.</source>
        <translation>请用 --set retention-days=N 设置更多天数，或记下该日期。</translation>
    </message>
    <message>
        <source>The retention time ends %3 after the certificate: on %1; the certificate expires on %2.</source>
        <translation>保留期限在证书过期 %3后才结束：%1；证书过期时间为 %2。</translation>
    </message>
    <message>
        <source>Nothing to do; the certificate decides.</source>
        <translation>无需处理，以证书为准。</translation>
    </message>
    <message>
        <source> (reason: %1)</source>
        <translation>（原因：%1）</translation>
    </message>
    <message>
        <source>The revocation list %1 was issued by %2, not by %3.</source>
        <translation>吊销列表 %1 由 %2 签发，而不是 %3。</translation>
    </message>
    <message>
        <source>Choose the revocation list of the CA that is imported.</source>
        <translation>请选择所导入 CA 的吊销列表。</translation>
    </message>
    <message>
        <source>The signature of the revocation list %1 is not that of its CA %2.</source>
        <translation>吊销列表 %1 的签名不是其 CA %2 的签名。</translation>
    </message>
    <message>
        <source>Download the list again; if this stays, ask the CA.</source>
        <translation>请重新下载该列表；如仍有问题，请询问 CA。</translation>
    </message>
    <message>
        <source>The revocation list of %1 ran out on %2.</source>
        <translation>%1 的吊销列表已于 %2 失效。</translation>
    </message>
    <message>
        <source>Download the current list from the CA.</source>
        <translation>请从 CA 下载最新的吊销列表。</translation>
    </message>
    <message>
        <source>The revocation list of %1 is dated in the future: %2.</source>
        <translation>%1 的吊销列表日期在将来：%2。</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>请检查本机时钟。</translation>
    </message>
    <message>
        <source>The revocation list of %1 runs out in %3, on %2.</source>
        <translation>%1 的吊销列表将在 %3后（%2）失效。</translation>
    </message>
    <message>
        <source>Plan to import the next list before then.</source>
        <translation>请在此之前导入新的吊销列表。</translation>
    </message>
    <message>
        <source>The revocation list of %1 does not say when the next one comes.</source>
        <translation>%1 的吊销列表没有说明下次更新时间。</translation>
    </message>
    <message>
        <source>Ask the CA how long the list may be used.</source>
        <translation>请向 CA 询问该列表可使用多久。</translation>
    </message>
    <message>
        <source>The revocation list %1 is written in PEM form, the only one that the service reads.</source>
        <translation>吊销列表 %1 会以 PEM 格式写入，服务只读取这种格式。</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>无需处理。</translation>
    </message>
    <message>
        <source>%1 was revoked on %3%4: %2 (serial number %5).</source>
        <translation>%1已于 %3 被吊销%4：%2（序列号 %5）。</translation>
    </message>
    <message>
        <source>Get a new certificate from your CA; if the key was compromised, make a new key first.</source>
        <translation>请向 CA 申请新证书；如果私钥已泄露，请先生成新私钥。</translation>
    </message>
    <message>
        <source>the sealed passphrase cannot be opened</source>
        <translation>密封的口令无法打开</translation>
    </message>
    <message>
        <source>the passphrase does not open the installed key</source>
        <translation>口令无法打开已安装的私钥</translation>
    </message>
    <message>
        <source>key, certificate, CA or revocation list cannot be loaded for TLS</source>
        <translation>无法为 TLS 加载私钥、证书、CA 或吊销列表</translation>
    </message>
    <message>
        <source>a client that trusts the CA does not accept the server certificate</source>
        <translation>信任该 CA 的客户端不接受服务器证书</translation>
    </message>
    <message>
        <source>a client without a certificate was let in</source>
        <translation>没有证书的客户端被放行了</translation>
    </message>
    <message>
        <source>a client with an unknown certificate was let in</source>
        <translation>持有未知证书的客户端被放行了</translation>
    </message>
    <message>
        <source>the revocation list is not in effect, or revokes the server certificate</source>
        <translation>吊销列表没有生效，或吊销了服务器证书</translation>
    </message>
    <message>
        <source>%1 is missing (&quot;%2&quot;).</source>
        <translation>缺少 %1（“%2”）。</translation>
    </message>
    <message>
        <source>Import again. Some releases delete the files after a start; while the service runs, this is no fault.</source>
        <translation>请重新导入。某些版本在启动后会删除这些文件；服务运行时这不是故障。</translation>
    </message>
    <message>
        <source>%1 has the mode %2; the service requires %3.</source>
        <translation>%1 的权限为 %2，服务要求 %3。</translation>
    </message>
    <message>
        <source>%1 belongs to %2; the service folder belongs to %3.</source>
        <translation>%1 属于 %2，而服务文件夹属于 %3。</translation>
    </message>
    <message>
        <source>The config value &quot;%1&quot; is &quot;%2&quot;; it should be &quot;%3&quot;.</source>
        <translation>配置项“%1”的值是“%2”，应为“%3”。</translation>
    </message>
    <message>
        <source>%1 does not match the installed key; the service will refuse to start with https.</source>
        <translation>%1 与已安装的私钥不符；服务会拒绝以 https 启动。</translation>
    </message>
    <message>
        <source>Import again.</source>
        <translation>请重新导入。</translation>
    </message>
    <message>
        <source>%1 is not a copy of the installed key.</source>
        <translation>%1 不是已安装私钥的副本。</translation>
    </message>
    <message>
        <source>The sealed passphrase &quot;%1&quot; cannot be opened.</source>
        <translation>密封的口令“%1”无法打开。</translation>
    </message>
    <message>
        <source>Import again with the original key and its password.</source>
        <translation>请用原始私钥及其口令重新导入。</translation>
    </message>
    <message>
        <source>The sealed passphrase does not open the key %1.</source>
        <translation>密封的口令无法打开私钥 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read as %2.</source>
        <translation>%1 无法作为%2读取。</translation>
    </message>
    <message>
        <source>The retention time passed on %1: at its next start the service deletes its certificates.</source>
        <translation>保留期限已于 %1 结束：服务下次启动时会删除证书。</translation>
    </message>
    <message>
        <source>Import again before the service is restarted.</source>
        <translation>请在重启服务之前重新导入。</translation>
    </message>
    <message>
        <source>The proof failed: %1.</source>
        <translation>验证失败：%1。</translation>
    </message>
    <message>
        <source>Look at the details, correct the files and try again.</source>
        <translation>请查看详细信息，更正文件后重试。</translation>
    </message>
    <message>
        <source>An import of %1 had been interrupted; it was undone, and the old state is in place.</source>
        <translation>%1 的一次导入曾被中断；已撤销，恢复为原来的状态。</translation>
    </message>
    <message>
        <source>Import again when you are ready.</source>
        <translation>准备好后请重新导入。</translation>
    </message>
    <message>
        <source>An import of %1 ended before its proof; all its files are in place.</source>
        <translation>%1 的一次导入在验证之前中断；其所有文件均已就位。</translation>
    </message>
    <message>
        <source>Run: certwright-cli verify</source>
        <translation>请运行：certwright-cli verify</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is encrypted and no password was given.</source>
        <translation>%1 已加密，但没有提供口令。</translation>
    </message>
    <message>
        <source>Give the password at the prompt, or with --password-fd or --password-stdin.</source>
        <translation>请在提示处输入口令，或使用 --password-fd 或 --password-stdin。</translation>
    </message>
    <message>
        <source>The password does not open %1 (%2 tried).</source>
        <translation>口令无法打开 %1（已尝试 %2）。</translation>
    </message>
    <message>
        <source>Ask whoever made the key for its password, and watch the keyboard layout and Caps Lock.</source>
        <translation>请向制作私钥的人确认口令，并注意键盘布局和大写锁定。</translation>
    </message>
    <message>
        <source>The password has %1 characters; the service accepts at most %2.</source>
        <translation>口令有 %1 个字符，服务最多接受 %2 个。</translation>
    </message>
    <message>
        <source>Give the key a shorter password, for example with: openssl pkcs8 -topk8</source>
        <translation>请为私钥换一个较短的口令，例如使用：openssl pkcs8 -topk8</translation>
    </message>
    <message>
        <source>%1 opened with the password in the encoding GB18030, not in UTF-8.</source>
        <translation>%1 是用 GB18030 编码（而不是 UTF-8）的口令打开的。</translation>
    </message>
    <message>
        <source>Nothing to do; the installed key gets a passphrase of its own.</source>
        <translation>无需处理；安装后的私钥使用独立的口令。</translation>
    </message>
    <message>
        <source>%1 is encrypted in a way that is not supported: %2.</source>
        <translation>%1 的加密方式不受支持：%2。</translation>
    </message>
    <message>
        <source>Convert the key where it was made, for example with: openssl pkcs8 -topk8 -v2 aes-256-cbc</source>
        <translation>请在制作私钥的地方转换它，例如使用：openssl pkcs8 -topk8 -v2 aes-256-cbc</translation>
    </message>
    <message>
        <source>The private key in %1 is damaged.</source>
        <translation>%1 中的私钥已损坏。</translation>
    </message>
    <message>
        <source>Get the file again from where it came from.</source>
        <translation>请从来源重新获取该文件。</translation>
    </message>
    <message>
        <source>The private key in %1 is not encrypted.</source>
        <translation>%1 中的私钥没有加密。</translation>
    </message>
    <message>
        <source>The installed copy will be encrypted. Remove this file when the import is done.</source>
        <translation>安装的副本会被加密。导入完成后请删除此文件。</translation>
    </message>
    <message>
        <source>The private key %1 does not belong to the certificate %2.</source>
        <translation>私钥 %1 与证书 %2 不匹配。</translation>
    </message>
    <message>
        <source>Choose the key that the certificate was requested with.</source>
        <translation>请选择申请该证书时使用的私钥。</translation>
    </message>
    <message>
        <source>%1 has a key of the type %2; the service accepts: %3.</source>
        <translation>%1 的密钥类型是 %2；服务接受：%3。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with a key of an accepted type.</source>
        <translation>请向 CA 申请使用受支持密钥类型的证书。</translation>
    </message>
    <message>
        <source>The key of %1 has only %2 bits; at least %3 are needed.</source>
        <translation>%1 的密钥只有 %2 位，至少需要 %3 位。</translation>
    </message>
    <message>
        <source>Make a new key with %1 bits or more and request a new certificate.</source>
        <translation>请生成不少于 %1 位的新密钥，并重新申请证书。</translation>
    </message>
    <message>
        <source>The key of %1 has %2 bits; %3 are recommended.</source>
        <translation>%1 的密钥为 %2 位，建议使用 %3 位。</translation>
    </message>
    <message>
        <source>It works today; plan a larger key for the next renewal.</source>
        <translation>目前可用；请在下次续期时改用更长的密钥。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>请确认文件存在，并且您有读取权限。</translation>
    </message>
    <message>
        <source>%1 is too large: %2, and at most %3 are read.</source>
        <translation>%1 太大：%2，最多只读取 %3。</translation>
    </message>
    <message>
        <source>Check that this is the right file; a certificate or key has a few kilobytes.</source>
        <translation>请确认文件是否选对；证书或私钥通常只有几 KB。</translation>
    </message>
    <message>
        <source>%1 holds no certificate, key or revocation list (%2).</source>
        <translation>%1 中没有证书、私钥或吊销列表（%2）。</translation>
    </message>
    <message>
        <source>Choose the file that you got from your CA.</source>
        <translation>请选择从 CA 机构取得的文件。</translation>
    </message>
    <message>
        <source>%1 is damaged: the part &quot;%2&quot; at line %3 cannot be read.</source>
        <translation>%1 已损坏：第 %3 行的“%2”部分无法读取。</translation>
    </message>
    <message>
        <source>Get the file again from where it came from; it may have been cut off or changed on the way.</source>
        <translation>请从来源重新获取该文件；它可能在传输中被截断或改动。</translation>
    </message>
    <message>
        <source>%1 is not needed here (it holds: %2).</source>
        <translation>此处不需要 %1（内容：%2）。</translation>
    </message>
    <message>
        <source>Nothing to do; the file is left alone.</source>
        <translation>无需处理，该文件不会被改动。</translation>
    </message>
    <message>
        <source>%1 is a symbolic link.</source>
        <translation>%1 是符号链接。</translation>
    </message>
    <message>
        <source>Check that it leads to the file you mean, or name that file itself.</source>
        <translation>请确认它指向您要用的文件，或直接选择该文件。</translation>
    </message>
    <message>
        <source>%1 belongs to %2, not to you (%3).</source>
        <translation>%1 属于 %2，而不属于您（%3）。</translation>
    </message>
    <message>
        <source>Copy the file as %1, or run this as its owner.</source>
        <translation>请以 %1 的身份复制该文件，或以文件所有者的身份运行。</translation>
    </message>
    <message>
        <source>Others may read the private key %1: its mode is %2, and at most %3 is accepted.</source>
        <translation>私钥 %1 可被他人读取：权限为 %2，最多允许 %3。</translation>
    </message>
    <message>
        <source>Run: chmod 600 %1</source>
        <translation>请运行：chmod 600 %1</translation>
    </message>
    <message>
        <source>No file was given for &quot;%1&quot;, which the service needs.</source>
        <translation>没有为“%1”提供文件，而服务需要它。</translation>
    </message>
    <message>
        <source>Add the file for &quot;%1&quot;.</source>
        <translation>请添加“%1”对应的文件。</translation>
    </message>
    <message>
        <source>Several files fit &quot;%1&quot;: %2.</source>
        <translation>有多个文件符合“%1”：%2。</translation>
    </message>
    <message>
        <source>Say which one with --file %1=PATH.</source>
        <translation>请用 --file %1=路径 指定其中一个。</translation>
    </message>
    <message>
        <source>%1 was given for &quot;%2&quot;, which takes %3; it holds: %4.</source>
        <translation>为“%2”提供了 %1，那里需要的是%3，而文件内容是：%4。</translation>
    </message>
    <message>
        <source>Choose another file for &quot;%1&quot;.</source>
        <translation>请为“%1”选择另一个文件。</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Choose the folder in which the service is installed.</source>
        <translation>请选择服务的安装文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 does not hold this service: %2 is missing.</source>
        <translation>文件夹 %1 中没有该服务：缺少 %2。</translation>
    </message>
    <message>
        <source>The folder %1 has the mode %2; the service wants %3.</source>
        <translation>文件夹 %1 的权限为 %2，服务要求 %3。</translation>
    </message>
    <message>
        <source>Nothing to do; the import sets it.</source>
        <translation>无需处理，导入时会设置。</translation>
    </message>
    <message>
        <source>The folder %1 belongs to %2, not to you (%3).</source>
        <translation>文件夹 %1 属于 %2，而不属于您（%3）。</translation>
    </message>
    <message>
        <source>Run this as %1.</source>
        <translation>请以 %1 的身份运行。</translation>
    </message>
    <message>
        <source>Others may write in the folder %1 (mode %2) and could swap files there.</source>
        <translation>他人可写入文件夹 %1（权限 %2），可能会替换其中的文件。</translation>
    </message>
    <message>
        <source>Run: chmod go-w %1</source>
        <translation>请运行：chmod go-w %1</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; certificates are not written through links.</source>
        <translation>%1 是符号链接；不会通过链接写入证书。</translation>
    </message>
    <message>
        <source>Replace the link by a real file or folder.</source>
        <translation>请用真实的文件或文件夹替换该链接。</translation>
    </message>
    <message>
        <source>%1 has %2 names (hard links); replacing it would leave the others behind.</source>
        <translation>%1 有 %2 个名称（硬链接）；替换它会留下其他名称。</translation>
    </message>
    <message>
        <source>Remove the other names of this file.</source>
        <translation>请删除该文件的其他名称。</translation>
    </message>
    <message>
        <source>%1 is in the way: it is no regular file.</source>
        <translation>%1 挡在目标位置，它不是普通文件。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>请将它移走。</translation>
    </message>
    <message>
        <source>Installed files will be replaced: %1.</source>
        <translation>将替换已安装的文件：%1。</translation>
    </message>
    <message>
        <source>Nothing to do; the previous state is kept and can be restored.</source>
        <translation>无需处理；会保留先前的状态，可以恢复。</translation>
    </message>
    <message>
        <source>%1 will be removed, because this import brings nothing for &quot;%2&quot;.</source>
        <translation>将删除 %1，因为本次导入没有提供“%2”。</translation>
    </message>
    <message>
        <source>Add a file for &quot;%1&quot; if the service shall keep one.</source>
        <translation>如果服务需要继续使用，请为“%1”添加文件。</translation>
    </message>
    <message>
        <source>The path %1 has characters that the service refuses (allowed: %2).</source>
        <translation>路径 %1 含有服务不接受的字符（允许：%2）。</translation>
    </message>
    <message>
        <source>You are root, and the folder %1 belongs to %2.</source>
        <translation>您正以 root 运行，而文件夹 %1 属于 %2。</translation>
    </message>
    <message>
        <source>Better run this as %1; if you go on, the files will belong to %1.</source>
        <translation>最好以 %1 的身份运行；如果继续，文件将属于 %1。</translation>
    </message>
    <message>
        <source>Too little space at %1: %2 are needed, %3 are free.</source>
        <translation>%1 的空间不足：需要 %2，剩余 %3。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>详细信息：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) must be solved first.</source>
        <translation>
            <numerusform>必须先解决 %n 个问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing blocks; %n warning(s).</source>
        <translation>
            <numerusform>没有阻止导入的问题；有 %n 个警告。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>this file system cannot exchange folders</source>
        <translation>此文件系统不支持整体交换文件夹</translation>
    </message>
    <message>
        <source>the folder holds something that cannot be carried over</source>
        <translation>文件夹中有无法一并转移的内容</translation>
    </message>
    <message>
        <source>the mode of the folder changes too</source>
        <translation>文件夹自身的权限也要改变</translation>
    </message>
    <message>
        <source>the service wants it so</source>
        <translation>服务要求如此</translation>
    </message>
    <message>
        <source>%1 (mode %2) is a copy of the installed private key, without encryption.</source>
        <translation>%1（权限 %2）是已安装私钥的副本，且未加密。</translation>
    </message>
    <message>
        <source>%1 (mode %2) is a container with the installed private key.</source>
        <translation>%1（权限 %2）是含有已安装私钥的容器文件。</translation>
    </message>
    <message>
        <source>%1 (mode %2) is an encrypted copy of the installed private key.</source>
        <translation>%1（权限 %2）是已安装私钥的加密副本。</translation>
    </message>
    <message>
        <source>Nothing is installed in %1 yet that could be replaced.</source>
        <translation>%1 中尚未安装任何内容，无从替换。</translation>
    </message>
    <message>
        <source>Use import for the first time.</source>
        <translation>首次安装请使用 import（导入）。</translation>
    </message>
    <message>
        <source>Everything named is already installed in %1.</source>
        <translation>所指定的内容均已安装在 %1 中。</translation>
    </message>
    <message>
        <source>The new certificate ends on %2, earlier than the installed one (%1).</source>
        <translation>新证书于 %2 到期，早于已安装的证书（%1）。</translation>
    </message>
    <message>
        <source>Ask the CA for a longer validity, or plan the next replacement now.</source>
        <translation>请向 CA 申请更长的有效期，或现在就安排下一次替换。</translation>
    </message>
    <message>
        <source>The new certificate no longer covers: %1. Clients that use these names will refuse it.</source>
        <translation>新证书不再包含：%1。使用这些名称的客户端将拒绝连接。</translation>
    </message>
    <message>
        <source>Ask the CA to add them, or make sure that nobody uses them any more.</source>
        <translation>请让 CA 补上这些名称，或确认已无人使用。</translation>
    </message>
    <message>
        <source>The new key (%2) is weaker than the installed one (%1).</source>
        <translation>新私钥（%2）弱于已安装的私钥（%1）。</translation>
    </message>
    <message>
        <source>Use a key of at least the same strength.</source>
        <translation>请使用强度不低于原来的私钥。</translation>
    </message>
    <message>
        <source>The CA changes from %1 to %2; existing clients may not know it.</source>
        <translation>CA 由 %1 变为 %2；现有客户端可能不认识新的 CA。</translation>
    </message>
    <message>
        <source>Give the new CA certificate to all clients first.</source>
        <translation>请先将新的 CA 证书分发给所有客户端。</translation>
    </message>
    <message>
        <source>All files in %1 change together in one step: a service that opens the folder sees the old set or the new one.</source>
        <translation>%1 中的所有文件一步整体切换：打开该文件夹的服务看到的要么全是旧文件，要么全是新文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) outside %1 cannot be part of that step and change right before or after it. For a few milliseconds a reader can meet new files beside old ones.</source>
        <translation>
            <numerusform>%1 之外的 %n 个文件无法包含在这一步中，会在它之前或之后紧接着更改。几毫秒内，读取者可能同时看到新文件和旧文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the service for the change, or restart it right afterwards.</source>
        <translation>请在变更期间停止服务，或在变更后立即重启。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are removed and then put back under the same name, as the service wants it. For a few milliseconds a reader finds none there.</source>
        <translation>
            <numerusform>%1 中有 %n 个文件先删除，再以同名放回，这是该服务的要求。几毫秒内读取者会找不到它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 change one after the other; %2. For a few milliseconds a reader can meet new files beside old ones.</source>
        <translation>
            <numerusform>%1 中的 %n 个文件将逐个变更；%2。在数毫秒内，读取者可能同时看到新旧文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No revocation list is in use (&quot;%1&quot; is empty or its file is missing); the service takes an update only for one that it was started with.</source>
        <translation>当前没有使用吊销列表（“%1”为空，或其文件不存在）；该服务只更新启动时已配置的吊销列表。</translation>
    </message>
    <message>
        <source>Add it with replace --crl FILE, then restart the service.</source>
        <translation>请用 replace --crl FILE 添加，然后重启服务。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The revocation list of %1 (number %2, issued %3) is older than the installed one (number %4, issued %5).</source>
        <translation>%1 的吊销列表（编号 %2，签发于 %3）比已安装的（编号 %4，签发于 %5）更旧。</translation>
    </message>
    <message>
        <source>Fetch the newest list from the CA; to go back on purpose, add --allow-older.</source>
        <translation>请从 CA 获取最新的吊销列表；若确需回退，请加 --allow-older。</translation>
    </message>
    <message>
        <source>The revocation list of %1 is the one that is installed.</source>
        <translation>%1 的吊销列表与已安装的相同。</translation>
    </message>
    <message>
        <source>STOP: this revocation list revokes the server&apos;s own certificate %1 (serial number %2, revoked %3).</source>
        <translation>停止：此吊销列表吊销了服务器自身的证书 %1（序列号 %2，吊销于 %3）。</translation>
    </message>
    <message>
        <source>Ask the CA for a new certificate and put both in with replace.</source>
        <translation>请向 CA 申请新证书，并用 replace 同时安装证书和吊销列表。</translation>
    </message>
    <message>
        <source>A running service takes this up only if it was started with a revocation list.</source>
        <translation>只有启动时已带吊销列表的服务才会在运行中采用此更新。</translation>
    </message>
    <message>
        <source>If it was not, restart it.</source>
        <translation>若启动时没有，请重启服务。</translation>
    </message>
    <message>
        <source>%1 was edited by hand since. Your edits stay; only these values go back: %2.</source>
        <translation>%1 此后被手工修改过。您的修改会保留，仅恢复以下配置项：%2。</translation>
    </message>
    <message>
        <source>The old content was not kept, because it held a key without encryption: %1. What is there now stays.</source>
        <translation>旧内容因含未加密的私钥而未保留：%1。现有内容保持不变。</translation>
    </message>
    <message>
        <source>Bring the old key with replace if you need it.</source>
        <translation>如需旧私钥，请用 replace 重新导入。</translation>
    </message>
    <message>
        <source>The service is already in the state %1.</source>
        <translation>服务已处于状态 %1。</translation>
    </message>
    <message>
        <source>The state %1 was not proved to work when it was stored; it is restored as it was.</source>
        <translation>状态 %1 在保存时未通过验证；将按原样恢复。</translation>
    </message>
    <message>
        <source>Run verify afterwards.</source>
        <translation>恢复后请运行 verify。</translation>
    </message>
    <message>
        <source>The stored state %1 is damaged and cannot be restored; the others can.</source>
        <translation>已保存的状态 %1 已损坏，无法恢复；其他状态不受影响。</translation>
    </message>
    <message>
        <source>Choose another state.</source>
        <translation>请选择其他状态。</translation>
    </message>
    <message>
        <source>%1 stays: not all that it holds is installed.</source>
        <translation>%1 保留：其中并非全部内容都已安装。</translation>
    </message>
    <message>
        <source>%1 stays: it is one of the installed files.</source>
        <translation>%1 保留：它本身就是已安装的文件。</translation>
    </message>
    <message>
        <source>%1 stays: it is a symbolic link or has several names.</source>
        <translation>%1 保留：它是符号链接或有多个名称（硬链接）。</translation>
    </message>
    <message>
        <source>Remove it by hand if you are sure.</source>
        <translation>如确定不需要，请手工删除。</translation>
    </message>
    <message>
        <source>Remove it with clean.</source>
        <translation>请用 clean 删除。</translation>
    </message>
    <message>
        <source>%1 holds an encrypted key; without its password nobody can say whether it is the installed one.</source>
        <translation>%1 含有加密的私钥；没有口令无法判断它是否为已安装的私钥。</translation>
    </message>
    <message>
        <source>Run this again with its password.</source>
        <translation>请提供其口令后重新运行。</translation>
    </message>
    <message>
        <source>The content is overwritten before it is removed. SSDs, copy-on-write file systems, snapshots and backups may still keep copies.</source>
        <translation>文件内容会先被覆盖再删除。但固态硬盘、写时复制文件系统、快照和备份仍可能留有副本。</translation>
    </message>
    <message>
        <source>If the key must never come back, replace it with a new one.</source>
        <translation>若绝不允许私钥外泄，请更换新的私钥。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy that holds a private key, and others can read it (mode %2).</source>
        <translation>%1 是含私钥的遗留副本，其他人可以读取（权限 %2）。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy of the config, and others can read it (mode %2).</source>
        <translation>%1 是配置文件的遗留副本，其他人可以读取（权限 %2）。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy, and others can read it (mode %2).</source>
        <translation>%1 是遗留副本，其他人可以读取（权限 %2）。</translation>
    </message>
    <message>
        <source>%1 has an access control list that gives other accounts access.</source>
        <translation>%1 带有访问控制列表（ACL），其他账户可以访问。</translation>
    </message>
    <message>
        <source>Run: setfacl -b %1</source>
        <translation>请运行：setfacl -b %1</translation>
    </message>
    <message>
        <source>Run doctor --fix to close it, or clean to remove it.</source>
        <translation>请用 doctor --fix 收紧其权限，或用 clean 删除。</translation>
    </message>
    <message>
        <source>The two copies of the key store differ: %1.</source>
        <translation>密钥库的两个副本不一致：%1。</translation>
    </message>
    <message>
        <source>Run doctor --fix; it keeps the one that opens the passphrase.</source>
        <translation>请运行 doctor --fix；它会保留能解开口令的那一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) cannot be mended automatically.</source>
        <translation>
            <numerusform>%n 项问题无法自动修复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow the step named with each of them.</source>
        <translation>请按各项给出的步骤处理。</translation>
    </message>
    <message>
        <source>This service is already under management; its newest state is %1.</source>
        <translation>该服务已纳入管理；最新状态为 %1。</translation>
    </message>
    <message>
        <source>%1 lies outside the service folder; it is not part of what can be restored.</source>
        <translation>%1 位于服务文件夹之外；它不属于可恢复的内容。</translation>
    </message>
    <message>
        <source>Use replace to bring it into the service folder.</source>
        <translation>请用 replace 将其放入服务文件夹。</translation>
    </message>
    <message>
        <source>%1 holds a key without encryption; its content is not stored.</source>
        <translation>%1 含有未加密的私钥；其内容不会被保存。</translation>
    </message>
    <message>
        <source>Run doctor --fix, then it is encrypted.</source>
        <translation>请运行 doctor --fix 将其加密。</translation>
    </message>
    <message>
        <source>The service folder %1 was moved; it was found at %2.</source>
        <translation>服务文件夹 %1 已被移动；在 %2 找到。</translation>
    </message>
    <message>
        <source>The service folder %1 is not there any more.</source>
        <translation>服务文件夹 %1 已不存在。</translation>
    </message>
    <message>
        <source>Name its new place with --root, or forget it with dates --forget.</source>
        <translation>请用 --root 指定新位置，或用 dates --forget 移除记录。</translation>
    </message>
    <message>
        <source>The service in %1 could not be looked at.</source>
        <translation>无法查看 %1 中的服务。</translation>
    </message>
    <message>
        <source>Run verify for it, as the owner of the folder.</source>
        <translation>请以该文件夹所有者的身份对其运行 verify。</translation>
    </message>
    <message>
        <source>The list of known services was damaged. It is kept as %1; what could be read of it stays in use.</source>
        <translation>已知服务的列表已损坏。原文件保留为 %1；其中仍可读取的内容继续使用。</translation>
    </message>
    <message>
        <source>Name what is missing here with --service and --root; the next change to it is remembered again.</source>
        <translation>请用 --service 和 --root 指定这里缺少的服务；下次对它进行更改时会重新记住。</translation>
    </message>
    <message>
        <source>The retention date moves back from %1 to %2.</source>
        <translation>保留期限从 %1 提前到 %2。</translation>
    </message>
    <message>
        <source>Choose a later date unless this is meant.</source>
        <translation>若非本意，请选择更晚的日期。</translation>
    </message>
    <message>
        <source>%2 belongs to %1, and you are root.</source>
        <translation>%2 属于 %1，而您正以 root 运行。</translation>
    </message>
    <message>
        <source>Run this as %1, or add --as-owner: all files then belong to %1.</source>
        <translation>请以 %1 身份运行，或加 --as-owner：所有文件将归 %1 所有。</translation>
    </message>
    <message>
        <source>%1 is on a network file system (%2): another computer may work in it at the same time, and an interruption of the network can look like a damaged disk.</source>
        <translation>%1 位于网络文件系统（%2）：其他计算机可能同时在其中操作，网络中断也会表现为磁盘故障。</translation>
    </message>
    <message>
        <source>Run this on the computer that holds the disk, if you can.</source>
        <translation>如有可能，请在磁盘所在的计算机上运行。</translation>
    </message>
    <message>
        <source>%1 is on a file system that is mounted read-only.</source>
        <translation>%1 所在的文件系统以只读方式挂载。</translation>
    </message>
    <message>
        <source>Mount it writable, then try again.</source>
        <translation>请以可写方式挂载后重试。</translation>
    </message>
    <message>
        <source>%1 is on a file system (%2) that keeps neither owners nor modes; a key cannot be protected there.</source>
        <translation>%1 所在的文件系统（%2）不保存所有者和权限，无法保护私钥。</translation>
    </message>
    <message>
        <source>Move the service to a local disk.</source>
        <translation>请将服务移到本地磁盘。</translation>
    </message>
    <message>
        <source>The clock says %1, but the last transaction was made at %2.</source>
        <translation>时钟显示 %1，但上一次操作的时间为 %2。</translation>
    </message>
    <message>
        <source>Set the clock; the order of the history does not depend on it.</source>
        <translation>请校正时钟；历史记录的顺序不受其影响。</translation>
    </message>
    <message>
        <source>Run: chmod %2 %1 (or doctor --fix)</source>
        <translation>运行：chmod %2 %1（或 doctor --fix）</translation>
    </message>
    <message>
        <source>Run as root: chown %2 %1 (or doctor --fix --as-owner)</source>
        <translation>以 root 运行：chown %2 %1（或 doctor --fix --as-owner）</translation>
    </message>
    <message>
        <source>Run doctor --fix, import again, or correct the value by hand.</source>
        <translation>运行 doctor --fix、重新导入，或手动改正该值。</translation>
    </message>
    <message>
        <source>Run doctor --fix, or import again.</source>
        <translation>运行 doctor --fix，或重新导入。</translation>
    </message>
    <message>
        <source>Look at the config lines of the plan.</source>
        <translation>请查看计划中的配置差异。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 is an encrypted archive; its entry %2 cannot be read.</source>
        <translation>%1 是加密的压缩包，无法读取其中的 %2。</translation>
    </message>
    <message>
        <source>Unpack it with its password, then choose the unpacked folder.</source>
        <translation>请先用压缩包的口令解压，再选择解压后的文件夹。</translation>
    </message>
    <message>
        <source>Unpack it yourself and choose only the files that are needed.</source>
        <translation>请自行解压，只选择需要的文件。</translation>
    </message>
    <message>
        <source>%1 has too many entries: at most %2 are read.</source>
        <translation>%1 中的文件过多：最多读取 %2 个。</translation>
    </message>
    <message>
        <source>What %1 unpacks to is too large: at most %2 are read.</source>
        <translation>%1 解压后的内容过大：最多读取 %2。</translation>
    </message>
    <message>
        <source>%1 stays: an archive is not removed, and it may hold the private key.</source>
        <translation>%1 予以保留：不会删除压缩包，但其中可能含有私钥。</translation>
    </message>
    <message>
        <source>Remove it by hand as soon as nobody needs it, its copies too.</source>
        <translation>不再需要时，请自行将其连同所有副本一并删除。</translation>
    </message>
    <message>
        <source>%1 is an archive within an archive, which is not opened.</source>
        <translation>%1 是压缩包中的压缩包，不会打开。</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read.</source>
        <translation>%1 已损坏，无法读取。</translation>
    </message>
    <message>
        <source>its issuing distribution point cannot be read</source>
        <translation>其签发分发点无法读取</translation>
    </message>
    <message>
        <source>its issuing distribution point is not marked critical</source>
        <translation>其签发分发点未标记为关键</translation>
    </message>
    <message>
        <source>its issuing distribution point says nothing</source>
        <translation>其签发分发点没有任何内容</translation>
    </message>
    <message>
        <source>its issuing distribution point contradicts itself</source>
        <translation>其签发分发点自相矛盾</translation>
    </message>
    <message>
        <source>its issuing distribution point is not named by URIs alone</source>
        <translation>其签发分发点的名称不全是 URI</translation>
    </message>
    <message>
        <source>its issuing distribution point is not DER</source>
        <translation>其签发分发点不是 DER 编码</translation>
    </message>
    <message>
        <source>it holds an empty list of extensions</source>
        <translation>它含有空的扩展列表</translation>
    </message>
    <message>
        <source>it holds extensions and calls itself version 1</source>
        <translation>它含有扩展，却自称版本 1</translation>
    </message>
    <message>
        <source>it holds the same extension more than once</source>
        <translation>它多次含有同一扩展</translation>
    </message>
    <message>
        <source>it names the issuer of a certificate without marking that critical</source>
        <translation>它指明了某个证书的签发者，却未标记为关键</translation>
    </message>
    <message>
        <source>it does not say which list it continues</source>
        <translation>它没有说明接续哪个列表</translation>
    </message>
    <message>
        <source>it does not mark critical that it is a delta</source>
        <translation>它没有把增量标识标记为关键</translation>
    </message>
    <message>
        <source>the key that it names is not the one that signed it</source>
        <translation>它指明的密钥不是为它签名的密钥</translation>
    </message>
    <message>
        <source>it does not name the key that signed it</source>
        <translation>它没有指明为它签名的密钥</translation>
    </message>
    <message>
        <source>its dates before 2050 are not written as UTCTime</source>
        <translation>其 2050 年以前的日期没有写成 UTCTime</translation>
    </message>
    <message>
        <source>dates of its entries before 2050 are not written as UTCTime</source>
        <translation>其条目中 2050 年以前的日期没有写成 UTCTime</translation>
    </message>
    <message>
        <source>it holds an empty list of entries instead of none</source>
        <translation>它含有空的条目列表，而不是省略</translation>
    </message>
    <message>
        <source>it is complete, and yet lists a certificate as removed from the list</source>
        <translation>它是完整列表，却把某个证书列为已从列表移除</translation>
    </message>
    <message>
        <source>it is signed with an algorithm that is not trusted</source>
        <translation>它使用了不受信任的签名算法</translation>
    </message>
    <message>
        <source>it writes out what DER leaves out</source>
        <translation>它写出了 DER 应省略的内容</translation>
    </message>
    <message>
        <source>it lists serial numbers that are not positive or longer than 20 octets</source>
        <translation>它列出了非正数或超过 20 字节的序列号</translation>
    </message>
    <message>
        <source>it has none</source>
        <translation>没有编号</translation>
    </message>
    <message>
        <source>it is marked critical</source>
        <translation>被标记为关键</translation>
    </message>
    <message>
        <source>it is negative</source>
        <translation>是负数</translation>
    </message>
    <message>
        <source>it is longer than 20 octets</source>
        <translation>超过 20 字节</translation>
    </message>
    <message>
        <source>it lists end certificates only</source>
        <translation>它只列出终端证书</translation>
    </message>
    <message>
        <source>it lists CA certificates only</source>
        <translation>它只列出 CA 证书</translation>
    </message>
    <message>
        <source>it lists attribute certificates only</source>
        <translation>它只列出属性证书</translation>
    </message>
    <message>
        <source>it lists certificates of its own issuer only</source>
        <translation>它只列出其自身签发者的证书</translation>
    </message>
    <message>
        <source>the certificate names another distribution point</source>
        <translation>证书指明的是另一个分发点</translation>
    </message>
    <message>
        <source>no given certificate of that name leads to the same trusted one</source>
        <translation>给出的同名证书都不能通向同一个受信任的证书</translation>
    </message>
    <message>
        <source>the certificate of the key that signed it is not valid now</source>
        <translation>签名密钥的证书目前无效</translation>
    </message>
    <message>
        <source>the certificate of the key that signed it is revoked</source>
        <translation>签名密钥的证书已被吊销</translation>
    </message>
    <message>
        <source>there are too many certificates and lists to try them all</source>
        <translation>证书和列表太多，无法逐一尝试</translation>
    </message>
    <message>
        <source>The key in %1 is none: its private number is zero or too large.</source>
        <translation>%1 中的密钥不成立：其私有数值为零或过大。</translation>
    </message>
    <message>
        <source>The key in %1 has a number that is not positive.</source>
        <translation>%1 中的密钥含有非正数。</translation>
    </message>
    <message>
        <source>The RSA key in %1 is wrong: its modulus is not the product of its primes.</source>
        <translation>%1 中的 RSA 密钥有误：其模数不是各素数之积。</translation>
    </message>
    <message>
        <source>The RSA key in %1 has a public exponent that is even, 1 or too large.</source>
        <translation>%1 中的 RSA 密钥的公开指数为偶数、1 或过大。</translation>
    </message>
    <message>
        <source>The RSA key in %1 is wrong: its exponents do not belong together.</source>
        <translation>%1 中的 RSA 密钥有误：其公开指数与私有指数不匹配。</translation>
    </message>
    <message>
        <source>The RSA key in %1 is wrong: its additional values do not fit its primes.</source>
        <translation>%1 中的 RSA 密钥有误：其附加值与素数不符。</translation>
    </message>
    <message>
        <source>The key in %1 has a number of more than 16384 bits.</source>
        <translation>%1 中的密钥含有超过 16384 位的数。</translation>
    </message>
    <message>
        <source>The key in %1 is wrong: its parameters do not belong together.</source>
        <translation>%1 中的密钥有误：其参数互不匹配。</translation>
    </message>
    <message>
        <source>The key in %1 does not have the length that its type needs.</source>
        <translation>%1 中的密钥长度与其类型不符。</translation>
    </message>
    <message>
        <source>The key in %1 writes its curve out instead of naming it, which is not accepted.</source>
        <translation>%1 中的密钥写出了曲线的全部参数而不是曲线名称，不予接受。</translation>
    </message>
    <message>
        <source>The key in %1 is on a curve that is not known here.</source>
        <translation>%1 中的密钥使用了无法识别的曲线。</translation>
    </message>
    <message>
        <source>The key in %1 does not say which curve it is on.</source>
        <translation>%1 中的密钥没有说明所用的曲线。</translation>
    </message>
    <message>
        <source>The key in %1 names two different curves.</source>
        <translation>%1 中的密钥指明了两条不同的曲线。</translation>
    </message>
    <message>
        <source>The public key beside the private key in %1 is not on its curve.</source>
        <translation>%1 中与私钥放在一起的公钥不在其曲线上。</translation>
    </message>
    <message>
        <source>The public key beside the private key in %1 is another key&apos;s.</source>
        <translation>%1 中与私钥放在一起的公钥属于另一个密钥。</translation>
    </message>
    <message>
        <source>Opening %1 would take more work or memory than any honest file asks for.</source>
        <translation>打开 %1 所需的计算量或内存远超正常文件。</translation>
    </message>
    <message>
        <source>What %1 says about its encryption cannot be right.</source>
        <translation>%1 中的加密参数不可能正确。</translation>
    </message>
    <message>
        <source>The PKCS#12 container %1 has a version that does not exist.</source>
        <translation>PKCS#12 容器 %1 的版本号不存在。</translation>
    </message>
    <message>
        <source>The PKCS#12 container %1 has a malformed integrity check.</source>
        <translation>PKCS#12 容器 %1 的完整性检查数据格式有误。</translation>
    </message>
    <message>
        <source>The PKCS#12 container %1 has a part that is empty or malformed.</source>
        <translation>PKCS#12 容器 %1 中有空的或格式有误的部分。</translation>
    </message>
    <message>
        <source>The key in %1 is not written in the one way that is allowed (DER).</source>
        <translation>%1 中的密钥没有采用唯一允许的编码方式（DER）。</translation>
    </message>
    <message>
        <source>In %1 there is something behind the key that does not belong there.</source>
        <translation>%1 中的密钥之后有多余的数据。</translation>
    </message>
    <message>
        <source>The key in %1 has a PKCS#8 version that does not exist or does not fit.</source>
        <translation>%1 中密钥的 PKCS#8 版本号不存在或不相符。</translation>
    </message>
    <message>
        <source>The key in %1 has a version that does not exist or does not fit.</source>
        <translation>%1 中密钥的版本号不存在或不相符。</translation>
    </message>
    <message>
        <source>The key in %1 is of a type that is not known here.</source>
        <translation>%1 中的密钥类型无法识别。</translation>
    </message>
    <message>
        <source>The key in %1 has parameters that its type does not have, or lacks them.</source>
        <translation>%1 中的密钥带有其类型不应有的参数，或缺少必需的参数。</translation>
    </message>
    <message>
        <source>The key in %1 is malformed: a part of it is missing or of another kind.</source>
        <translation>%1 中的密钥格式有误：缺少某个部分或类型不符。</translation>
    </message>
    <message>
        <source>The key in %1 stands under a PEM label of another form of key.</source>
        <translation>%1 中密钥的 PEM 标签是另一种密钥格式的标签。</translation>
    </message>
    <message>
        <source>Nothing to do here; other programs may not find the key.</source>
        <translation>此处无需处理；其他程序可能找不到该密钥。</translation>
    </message>
    <message>
        <source>%1 holds something else at line %2 than its label &quot;%3&quot; says.</source>
        <translation>%1 第 %2 行的内容与其标签“%3”不符。</translation>
    </message>
    <message>
        <source>%1 holds a public key (%2) where a private key is needed.</source>
        <translation>%1 中是公钥（%2），而这里需要私钥。</translation>
    </message>
    <message>
        <source>%1 holds parameters of keys (%2) and no key.</source>
        <translation>%1 中只有密钥参数（%2），没有密钥。</translation>
    </message>
    <message>
        <source>%1 is a PKCS#7 message (%2) that hands out no certificates.</source>
        <translation>%1 是 PKCS#7 消息（%2），其中没有可取出的证书。</translation>
    </message>
    <message>
        <source>%1 holds a password or symmetric key (%2), which a server does not use.</source>
        <translation>%1 中有口令或对称密钥（%2），服务器不使用。</translation>
    </message>
    <message>
        <source>%1 holds a part of a kind (%2) that is not used here.</source>
        <translation>%1 中有一种此处不使用的内容（%2）。</translation>
    </message>
    <message>
        <source>The private number of the key in %1 is not padded to its full length.</source>
        <translation>%1 中密钥的私有数值没有补足到完整长度。</translation>
    </message>
    <message>
        <source>Nothing to do; the key is read all the same.</source>
        <translation>无需处理，密钥仍可读取。</translation>
    </message>
    <message>
        <source>The RSA key in %1 lacks the empty parameters that its format needs.</source>
        <translation>%1 中的 RSA 密钥缺少其格式要求的空参数。</translation>
    </message>
    <message>
        <source>Do not use this file; get it again from where it was made.</source>
        <translation>请勿使用该文件，请从生成它的地方重新获取。</translation>
    </message>
    <message>
        <source>Choose the file with the private key that belongs to it.</source>
        <translation>请选择与之对应的私钥文件。</translation>
    </message>
    <message>
        <source>Nothing to do if the file with what is needed is there too.</source>
        <translation>如果已有包含所需内容的文件，则无需处理。</translation>
    </message>
    <message>
        <source>The revocation list %1 was not searched for the certificate of %2.</source>
        <translation>没有在吊销列表 %1 中查找 %2 的证书。</translation>
    </message>
    <message>
        <source>Choose the certificate and the list again, both at once.</source>
        <translation>请重新同时选择该证书和该列表。</translation>
    </message>
    <message>
        <source>%1 would be %2, and the service reads at most %3.</source>
        <translation>%1 将有 %2，而服务最多读取 %3。</translation>
    </message>
    <message>
        <source>Ask the CA for a shorter revocation list, for example a partitioned one, or let the gateway in front of the service check revocation.</source>
        <translation>请向 CA 索取更短的吊销列表（例如分区的列表），或由服务前面的网关检查吊销状态。</translation>
    </message>
    <message>
        <source>%1 is no CA certificate, but holds name constraints: %2.</source>
        <translation>%1不是 CA 证书，却含有名称约束：%2。</translation>
    </message>
    <message>
        <source>%1 holds name constraints that are not marked critical, so that programs may overlook them: %2.</source>
        <translation>%1含有未标为关键的名称约束，程序可能会忽略它们：%2。</translation>
    </message>
    <message>
        <source>%1 holds name constraints that are not encoded as they must be (DER): %2.</source>
        <translation>%1含有未按规定方式（DER）编码的名称约束：%2。</translation>
    </message>
    <message>
        <source>%1 holds a name constraint for DNS names that starts with a period, which programs understand in different ways: %2.</source>
        <translation>%1含有以点开头的 DNS 名称约束，各程序对它的理解不同：%2。</translation>
    </message>
    <message>
        <source>%1 holds name constraints that constrain nothing: %2.</source>
        <translation>%1含有不约束任何内容的名称约束：%2。</translation>
    </message>
    <message>
        <source>%1 constrains certificate policies in an extension that is not marked critical (%2): %3.</source>
        <translation>%1在未标为关键的扩展（%2）中约束证书策略：%3。</translation>
    </message>
    <message>
        <source>%1 names the same certificate policy more than once (%2): %3.</source>
        <translation>%1多次列出同一个证书策略（%2）：%3。</translation>
    </message>
    <message>
        <source>%1 holds policy constraints that constrain nothing (%2): %3.</source>
        <translation>%1含有不约束任何内容的策略约束（%2）：%3。</translation>
    </message>
    <message>
        <source>%1 holds names for which its CA may not issue: %2. The name constraints are those of %3; the certificate is %4.</source>
        <translation>%1含有其 CA 无权签发的名称：%2。名称约束来自 %3；证书是 %4。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with other names, or use a CA that may issue for these.</source>
        <translation>请向您的 CA 申请使用其他名称的证书，或改用有权签发这些名称的 CA。</translation>
    </message>
    <message>
        <source>%1 holds names for which its CA must not issue: %2. The name constraints are those of %3; the certificate is %4.</source>
        <translation>%1含有其 CA 被禁止签发的名称：%2。名称约束来自 %3；证书是 %4。</translation>
    </message>
    <message>
        <source>%1 holds name constraints that cannot be read: %2.</source>
        <translation>%1含有无法读取的名称约束：%2。</translation>
    </message>
    <message>
        <source>Ask the CA for a certificate with name constraints in the right form.</source>
        <translation>请向该 CA 索取名称约束格式正确的证书。</translation>
    </message>
    <message>
        <source>%1 holds name constraints that are not in the right form (%2): %3.</source>
        <translation>%1含有格式不正确的名称约束（%2）：%3。</translation>
    </message>
    <message>
        <source>%1 constrains names in a way that no program checks (%2), so that the path must be refused: %3.</source>
        <translation>%1以任何程序都不检查的方式约束名称（%2），因此必须拒绝该路径：%3。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate without such names, or the CA for one without this constraint.</source>
        <translation>请向您的 CA 申请不含此类名称的证书，或向该 CA 索取没有此约束的证书。</translation>
    </message>
    <message>
        <source>Too complex: %1 holds %2 names and %3 sets %4 name constraints, too many to compare: %5.</source>
        <translation>过于复杂：%1含有 %2 个名称，%3 设定了 %4 条名称约束，数量过多，无法逐一比较：%5。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with fewer names.</source>
        <translation>请向您的 CA 申请名称较少的证书。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate that is issued under the policy that is required.</source>
        <translation>请向您的 CA 申请按所要求的策略签发的证书。</translation>
    </message>
    <message>
        <source>The path must be valid for some certificate policy, and at %1 none is left: %2.</source>
        <translation>该路径必须对某个证书策略有效，但到%1时已没有任何策略：%2。</translation>
    </message>
    <message>
        <source>The path must be valid for one of these certificate policies (%1), and at %2 none of them is left: %3.</source>
        <translation>该路径必须对以下证书策略之一有效（%1），但到%2时其中已没有任何一个：%3。</translation>
    </message>
    <message>
        <source>%1 maps certificate policies from or to &quot;any policy&quot;, which is forbidden: %2.</source>
        <translation>%1将证书策略与“任意策略”相互映射，这是被禁止的：%2。</translation>
    </message>
    <message>
        <source>Ask the CA for a certificate with sound policy mappings.</source>
        <translation>请向该 CA 索取策略映射正确的证书。</translation>
    </message>
    <message>
        <source>Ask the CA for a certificate in the right form.</source>
        <translation>请向该 CA 索取格式正确的证书。</translation>
    </message>
    <message>
        <source>%1 allows %2 CA certificates below it, and there are %3: %4.</source>
        <translation>%1允许其下有 %2 个 CA 证书，实际有 %3 个：%4。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate that it issues directly, or for a CA certificate that allows a longer path.</source>
        <translation>请向 CA 索取由其直接签发的证书，或允许更长路径的 CA 证书。</translation>
    </message>
    <message>
        <source>Every path to a trusted certificate takes more than %1 intermediate certificates.</source>
        <translation>通往受信任证书的每条路径都超过 %1 个中间证书。</translation>
    </message>
    <message>
        <source>Check that only the certificates that belong together are given, or allow a deeper path.</source>
        <translation>请检查是否只给出了属于同一条链的证书，或允许更深的路径。</translation>
    </message>
    <message>
        <source>Too complex: the certificates can be combined in so many ways that the search was given up after %1 signatures and %2 paths.</source>
        <translation>过于复杂：这些证书的组合方式太多，在检验 %1 个签名和 %2 条路径后放弃了搜索。</translation>
    </message>
    <message>
        <source>Give only the certificates that belong to this chain.</source>
        <translation>请只给出属于这条链的证书。</translation>
    </message>
    <message>
        <source>Other paths were tried and are not valid either: %1.</source>
        <translation>还尝试了其他路径，同样无效：%1。</translation>
    </message>
    <message>
        <source>Mend what is said of the path that is shown; the others are worse.</source>
        <translation>请先解决所示路径的问题，其他路径的问题更多。</translation>
    </message>
    <message>
        <source>%1 may only issue certificates for %2, not for %3: %4.</source>
        <translation>%1只能签发用于“%2”的证书，不能用于“%3”：%4。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate from a CA that may issue it.</source>
        <translation>请向 CA 索取由有权签发的 CA 签发的证书。</translation>
    </message>
    <message>
        <source>The certificate is meant for %1, not for %2: %3.</source>
        <translation>该证书用于“%1”，不能用于“%2”：%3。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate with the right extended key usage.</source>
        <translation>请向 CA 索取扩展密钥用法正确的证书。</translation>
    </message>
    <message>
        <source>%1 holds a critical extension that programs do not know and must refuse (%2): %3.</source>
        <translation>%1含有程序不认识、因而必须拒绝的关键扩展（%2）：%3。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate without this extension.</source>
        <translation>请向 CA 索取不含此扩展的证书。</translation>
    </message>
    <message>
        <source>%1 holds an extension that cannot be read (%2): %3.</source>
        <translation>%1含有无法读取的扩展（%2）：%3。</translation>
    </message>
    <message>
        <source>Ask your CA for a new certificate.</source>
        <translation>请向 CA 索取新的证书。</translation>
    </message>
    <message>
        <source>%1 holds the same extension more than once (%2): %3.</source>
        <translation>%1中同一扩展出现多次（%2）：%3。</translation>
    </message>
    <message>
        <source>%1 is not encoded as certificates must be (DER): %2.</source>
        <translation>%1的编码不符合证书的要求（DER）：%2。</translation>
    </message>
    <message>
        <source>%1 names the key %2 of its issuer, but the issuer&apos;s certificate has the key %3; programs do not take the two for a pair: %4.</source>
        <translation>%1指明其签发者的密钥为 %2，而签发者证书的密钥为 %3，程序不会把两者视为一对：%4。</translation>
    </message>
    <message>
        <source>Ask your CA for the CA certificate with this key identifier.</source>
        <translation>请向 CA 索取带有此密钥标识符的 CA 证书。</translation>
    </message>
    <message>
        <source>The certificate&apos;s key usage allows neither signing nor key exchange, so no TLS connection works: %1.</source>
        <translation>证书的密钥用法既不允许签名也不允许密钥交换，无法建立 TLS 连接：%1。</translation>
    </message>
    <message>
        <source>Ask your CA for a certificate for TLS servers.</source>
        <translation>请向 CA 索取用于 TLS 服务器的证书。</translation>
    </message>
    <message>
        <source>%1 has a key on a curve that is written out instead of named, which can be forged: %2.</source>
        <translation>%1的密钥所在曲线是逐项写出而不是按名称给出的，可以被伪造：%2。</translation>
    </message>
    <message>
        <source>%1 has a key that is no point of its curve: %2.</source>
        <translation>%1的密钥不是其曲线上的点：%2。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an exponent that protects nothing: %2.</source>
        <translation>%1的 RSA 密钥的指数起不到保护作用：%2。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with a modulus that can be factored at once: %2.</source>
        <translation>%1的 RSA 密钥的模数可以立即被分解：%2。</translation>
    </message>
    <message>
        <source>Have a new key made, and ask your CA for a certificate for it.</source>
        <translation>请重新生成密钥，并向 CA 索取相应的证书。</translation>
    </message>
    <message>
        <source>The CA file holds no self-signed root: the path ends at %1, which %2 issued. Many programs refuse such a path.</source>
        <translation>CA 文件中没有自签名的根证书：路径止于 %1，它由 %2 签发。许多程序会拒绝这样的路径。</translation>
    </message>
    <message>
        <source>Add the root certificate to the CA file, or accept this if all clients trust this CA certificate itself.</source>
        <translation>请把根证书加入 CA 文件；如果所有客户端都直接信任此 CA 证书，也可以接受。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 is a delta: it lists changes only, and says nothing of all other certificates.</source>
        <translation>%2 的吊销列表 %1 是增量列表：它只列出变化，对其他证书没有任何说明。</translation>
    </message>
    <message>
        <source>Choose the CA&apos;s complete revocation list.</source>
        <translation>请选择该 CA 的完整吊销列表。</translation>
    </message>
    <message>
        <source>The delta %1 of %2 continues the revocation list of number %3 (hexadecimal) or a later one, which is not among those given.</source>
        <translation>%2 的增量列表 %1 接续编号为 %3（十六进制）或更新的吊销列表，而给出的列表中没有它。</translation>
    </message>
    <message>
        <source>Give the complete list that it continues as well.</source>
        <translation>请同时给出它所接续的完整列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 does not speak of %2 (%3): %4.</source>
        <translation>吊销列表 %1 不涉及%2（%3）：%4。</translation>
    </message>
    <message>
        <source>Give the list that the certificate names as its distribution point.</source>
        <translation>请给出证书在分发点中指明的列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 tells of some reasons for revocation only; services do not use such a list.</source>
        <translation>%2 的吊销列表 %1 只说明部分吊销原因；服务不使用这样的列表。</translation>
    </message>
    <message>
        <source>Ask the CA for a list for all reasons.</source>
        <translation>请向 CA 索取包含所有原因的列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 tells of some reasons for revocation only. No list was given for: %3.</source>
        <translation>%2 的吊销列表 %1 只说明部分吊销原因。没有给出以下原因的列表：%3。</translation>
    </message>
    <message>
        <source>Give the CA&apos;s list for the other reasons as well.</source>
        <translation>请同时给出该 CA 关于其他原因的列表。</translation>
    </message>
    <message>
        <source>Ask the CA for a list without this extension.</source>
        <translation>请向 CA 索取不含此扩展的列表。</translation>
    </message>
    <message>
        <source>Entry %1 of the revocation list %2 of %3 holds a critical extension that programs do not know; they must refuse the list.</source>
        <translation>%3 的吊销列表 %2 的第 %1 个条目含有程序不认识的关键扩展；程序必须拒绝该列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 holds a critical extension that programs do not know (%3); they must refuse the list.</source>
        <translation>%2 的吊销列表 %1 含有程序不认识的关键扩展（%3）；程序必须拒绝该列表。</translation>
    </message>
    <message>
        <source>The number of the revocation list %1 of %2 is not as it must be: %3.</source>
        <translation>%2 的吊销列表 %1 的编号不符合要求：%3。</translation>
    </message>
    <message>
        <source>Ask the CA for a list that follows RFC 5280.</source>
        <translation>请向 CA 索取符合 RFC 5280 的列表。</translation>
    </message>
    <message>
        <source>The form of the revocation list %1 of %2 is not as it must be: %3.</source>
        <translation>%2 的吊销列表 %1 的格式不符合要求：%3。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 is signed with another key than the CA&apos;s own; services do not use such a list.</source>
        <translation>%2 的吊销列表 %1 不是用该 CA 自己的密钥签名的；服务不使用这样的列表。</translation>
    </message>
    <message>
        <source>Ask the CA for a list that is signed with its own key.</source>
        <translation>请向 CA 索取用其自己的密钥签名的列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 is an indirect one, which may list certificates of other CAs; it is not used here.</source>
        <translation>%2 的吊销列表 %1 是间接列表，可能列出其他 CA 的证书；此处不使用它。</translation>
    </message>
    <message>
        <source>Ask the CA for a list of its own certificates only.</source>
        <translation>请向 CA 索取只含其自身证书的列表。</translation>
    </message>
    <message>
        <source>The revocation list %1 of %2 lists a certificate more than once (serial number %3).</source>
        <translation>%2 的吊销列表 %1 多次列出同一证书（序列号 %3）。</translation>
    </message>
    <message>
        <source>Who signed the revocation list %1 may not speak for %2: %3.</source>
        <translation>吊销列表 %1 的签名者无权代表 %2：%3。</translation>
    </message>
    <message>
        <source>Give the certificates that lead from the list&apos;s signer to the CA, or a list that the CA signed itself.</source>
        <translation>请给出从列表签名者通向 CA 的证书，或由该 CA 自己签名的列表。</translation>
    </message>
    <message>
        <source>%1 is on hold, that is revoked for the time being, since %2: %3 (serial number %4).</source>
        <translation>%1自 %2 起被冻结，即暂时吊销：%3（序列号 %4）。</translation>
    </message>
    <message>
        <source>Ask your CA why, and to release the certificate or to issue a new one.</source>
        <translation>请向 CA 询问原因，并请其解除冻结或签发新证书。</translation>
    </message>
    <message>
        <source>No given revocation list tells whether %1 is revoked: %2, issued by %3.</source>
        <translation>给出的吊销列表都没有说明%1是否被吊销：%2，由 %3 签发。</translation>
    </message>
    <message>
        <source>Give the current revocation list of the CA that issued it.</source>
        <translation>请给出签发它的 CA 的当前吊销列表。</translation>
    </message>
    <message>
        <source>its label says &quot;%1&quot;, but it is %2</source>
        <translation>标签写的是“%1”，实际却是%2</translation>
    </message>
    <message>
        <source>something else follows behind the object</source>
        <translation>对象之后还有别的内容</translation>
    </message>
    <message>
        <source>it has a date that does not exist or is not written as it must be</source>
        <translation>其中有不存在的日期，或日期的写法不合规定</translation>
    </message>
    <message>
        <source>its validity ends before it begins</source>
        <translation>有效期的结束早于开始</translation>
    </message>
    <message>
        <source>it is of a version that does not exist</source>
        <translation>其版本并不存在</translation>
    </message>
    <message>
        <source>it names two different signature algorithms</source>
        <translation>其中写了两种不同的签名算法</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1 第 %2 行</translation>
    </message>
    <message>
        <source>%1 is refused: %2.</source>
        <translation>拒绝 %1：%2。</translation>
    </message>
    <message>
        <source>Ask whoever issued it for a correct one; other programs may take it, but none should.</source>
        <translation>请向签发方索取正确的文件；别的程序也许会接受它，但都不应接受。</translation>
    </message>
    <message>
        <source>Before the change is kept, this is run as you, for at most %2 s: %1</source>
        <translation>在保留改动之前，将以您的身份运行以下命令，最多 %2 秒：%1</translation>
    </message>
    <message>
        <source>After the change, this is run as you, for at most %2 s: %1</source>
        <translation>改动之后，将以您的身份运行以下命令，最多 %2 秒：%1</translation>
    </message>
    <message>
        <source>Nothing to do; if it fails, everything is put back.</source>
        <translation>无需操作；如果失败，一切都会恢复原样。</translation>
    </message>
    <message>
        <source>Nothing to do; leave out --reload to do it yourself.</source>
        <translation>无需操作；如果想自己执行，请去掉 --reload。</translation>
    </message>
    <message>
        <source>The new files are installed, but the service did not take them over: %1 (status %2).</source>
        <translation>新文件已安装，但服务没有采用它们：%1（状态 %2）。</translation>
    </message>
    <message>
        <source>Read the details, then restart the service by hand.</source>
        <translation>请查看详细信息，然后手动重启服务。</translation>
    </message>
    <message>
        <source>The service refuses its config: a directive stands twice (%1).</source>
        <translation>服务拒绝其配置：有一条指令出现了两次（%1）。</translation>
    </message>
    <message>
        <source>Remove one of the two lines, then try again.</source>
        <translation>请删除这两行中的一行，然后重试。</translation>
    </message>
    <message>
        <source>The service refuses its config: it does not know a directive (%1).</source>
        <translation>服务拒绝其配置：有一条指令它不认识（%1）。</translation>
    </message>
    <message>
        <source>Correct the word, or install the module that it belongs to.</source>
        <translation>请更正该指令，或安装它所属的模块。</translation>
    </message>
    <message>
        <source>The service cannot open the private key (%1).</source>
        <translation>服务打不开私钥（%1）。</translation>
    </message>
    <message>
        <source>Look at the details; check that the key belongs to the certificate.</source>
        <translation>请查看详细信息；检查私钥是否属于该证书。</translation>
    </message>
    <message>
        <source>The service cannot load a certificate or revocation list (%1).</source>
        <translation>服务无法加载某个证书或吊销列表（%1）。</translation>
    </message>
    <message>
        <source>Look at the details for the file that it names.</source>
        <translation>请在详细信息中查看它指出的文件。</translation>
    </message>
    <message>
        <source>The service may not read or write one of its files (%1).</source>
        <translation>服务无权读写它的某个文件（%1）。</translation>
    </message>
    <message>
        <source>Do this as the account that starts the service.</source>
        <translation>请用启动服务的账户操作。</translation>
    </message>
    <message>
        <source>Another program already listens where the service would (%1).</source>
        <translation>另一个程序已经在服务要用的地址上监听（%1）。</translation>
    </message>
    <message>
        <source>Stop that program, or change the port in the config.</source>
        <translation>请停止那个程序，或在配置中更改端口。</translation>
    </message>
    <message>
        <source>A file that the service&apos;s config names is missing (%1).</source>
        <translation>服务配置中指定的某个文件不存在（%1）。</translation>
    </message>
    <message>
        <source>Look at the details for its name.</source>
        <translation>请在详细信息中查看它的名称。</translation>
    </message>
    <message>
        <source>The service refuses its new config (%1).</source>
        <translation>服务拒绝其新配置（%1）。</translation>
    </message>
    <message>
        <source>Read what it says under the details; everything was put back.</source>
        <translation>请查看详细信息中的说明；一切已恢复原样。</translation>
    </message>
    <message>
        <source>The program %1 is not on this computer.</source>
        <translation>这台计算机上没有程序 %1。</translation>
    </message>
    <message>
        <source>Install it, or correct the command in the service&apos;s profile.</source>
        <translation>请安装它，或更正配置档中的命令。</translation>
    </message>
    <message>
        <source>The command did not end within %1 s and was stopped: %2</source>
        <translation>该命令在 %1 秒内没有结束，已被停止：%2</translation>
    </message>
    <message>
        <source>Run it by hand to see what it waits for.</source>
        <translation>请手动运行它，看看它在等待什么。</translation>
    </message>
    <message>
        <source>A running service still uses the old files until it is reloaded.</source>
        <translation>正在运行的服务在重新加载之前仍使用旧文件。</translation>
    </message>
    <message>
        <source>Reload it with: %1</source>
        <translation>请用以下命令重新加载：%1</translation>
    </message>
    <message>
        <source>It is not known which server block shall use the certificate: %1</source>
        <translation>不知道哪个 server 块应使用该证书：%1</translation>
    </message>
    <message>
        <source>Choose one with --server-block FILE:LINE or --server-block NAME.</source>
        <translation>请用 --server-block FILE:LINE 或 --server-block 名称 选择一个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not name exactly one server block. There are: %2</source>
        <translation>“%1”没有恰好对应一个 server 块。现有：%2</translation>
    </message>
    <message>
        <source>Choose one with --server-block FILE:LINE.</source>
        <translation>请用 --server-block FILE:LINE 选择一个。</translation>
    </message>
    <message>
        <source>There is no server block in: %1</source>
        <translation>以下文件中没有 server 块：%1</translation>
    </message>
    <message>
        <source>Write a server block that listens with ssl, then import again.</source>
        <translation>请编写一个带 ssl 监听的 server 块，然后重新导入。</translation>
    </message>
    <message>
        <source>The chosen server block sets %1 itself (%2); set twice, the service refuses it.</source>
        <translation>所选的 server 块自己设置了 %1（%2）；重复设置会被服务拒绝。</translation>
    </message>
    <message>
        <source>Remove that line; the included file sets it.</source>
        <translation>请删除那一行；被包含的文件会设置它。</translation>
    </message>
    <message>
        <source>The chosen server block listens without ssl (%1); the certificate would never be used.</source>
        <translation>所选的 server 块监听时没有 ssl（%1）；证书将永远不会被使用。</translation>
    </message>
    <message>
        <source>Add ssl to one of its listen lines, such as: listen 443 ssl;</source>
        <translation>请在它的某一行 listen 中加上 ssl，例如：listen 443 ssl;</translation>
    </message>
    <message>
        <source>The server serves the installed certificate.</source>
        <translation>服务器提供的正是已安装的证书。</translation>
    </message>
    <message>
        <source>The server serves the old certificate: it was not reloaded yet.</source>
        <translation>服务器提供的是旧证书：它还没有重新加载。</translation>
    </message>
    <message>
        <source>Reload or restart the service, then check again.</source>
        <translation>请重新加载或重启服务，然后再次检查。</translation>
    </message>
    <message>
        <source>The server serves another certificate than the installed one: %1</source>
        <translation>服务器提供的证书与已安装的不同：%1</translation>
    </message>
    <message>
        <source>Check that address and port belong to this service, and that its config names the installed file.</source>
        <translation>请检查地址和端口是否属于此服务，以及其配置是否指向已安装的文件。</translation>
    </message>
    <message>
        <source>The served chain is incomplete: the certificate of %1 is not sent, and clients that lack it will refuse.</source>
        <translation>服务器发送的证书链不完整：没有发送 %1 的证书，缺少它的客户端会拒绝连接。</translation>
    </message>
    <message>
        <source>Install the chain with its intermediates, then reload the service.</source>
        <translation>请安装包含中间证书的证书链，然后重新加载服务。</translation>
    </message>
    <message>
        <source>The certificates are served in the wrong order: %1</source>
        <translation>证书的发送顺序不对：%1</translation>
    </message>
    <message>
        <source>Put the server&apos;s certificate first, then each issuer, and reload the service.</source>
        <translation>请把服务器证书放在最前，然后依次是各级签发者，再重新加载服务。</translation>
    </message>
    <message>
        <source>The server also sends the root %1, which no client needs.</source>
        <translation>服务器还发送了根证书 %1，而客户端都不需要它。</translation>
    </message>
    <message>
        <source>Nothing to do; leaving it out makes each connection a little faster.</source>
        <translation>无需操作；去掉它会让每次连接稍快一些。</translation>
    </message>
    <message>
        <source>The server still accepts the outdated protocol %1.</source>
        <translation>服务器仍接受过时的协议 %1。</translation>
    </message>
    <message>
        <source>Allow TLSv1.2 and TLSv1.3 only in the service&apos;s config.</source>
        <translation>请在服务配置中只允许 TLSv1.2 和 TLSv1.3。</translation>
    </message>
    <message>
        <source>The server chose the weak cipher %1.</source>
        <translation>服务器选用了弱加密套件 %1。</translation>
    </message>
    <message>
        <source>Allow ciphers with ECDHE and GCM or ChaCha20 only in the service&apos;s config.</source>
        <translation>请在服务配置中只允许使用 ECDHE 加 GCM 或 ChaCha20 的加密套件。</translation>
    </message>
    <message>
        <source>The server staples a valid answer of the CA about its certificate.</source>
        <translation>服务器附带了 CA 关于其证书的有效应答（OCSP 装订）。</translation>
    </message>
    <message>
        <source>The answer that the server staples says that its certificate is revoked.</source>
        <translation>服务器附带的应答表明其证书已被吊销。</translation>
    </message>
    <message>
        <source>Install a new certificate.</source>
        <translation>请安装新证书。</translation>
    </message>
    <message>
        <source>The answer that the server staples is out of date.</source>
        <translation>服务器附带的应答已过期。</translation>
    </message>
    <message>
        <source>Check that the server reaches its CA&apos;s OCSP service.</source>
        <translation>请检查服务器能否访问其 CA 的 OCSP 服务。</translation>
    </message>
    <message>
        <source>The answer that the server staples does not know its certificate.</source>
        <translation>服务器附带的应答不认识其证书。</translation>
    </message>
    <message>
        <source>Check that the certificate is of this CA.</source>
        <translation>请检查证书是否由此 CA 签发。</translation>
    </message>
    <message>
        <source>What the server staples cannot be read or is not signed by its CA.</source>
        <translation>服务器附带的应答无法读取，或不是由其 CA 签名。</translation>
    </message>
    <message>
        <source>Check the server&apos;s setting for OCSP stapling.</source>
        <translation>请检查服务器的 OCSP 装订设置。</translation>
    </message>
    <message>
        <source>The server lets in clients without a certificate; the service is meant to demand one.</source>
        <translation>服务器允许没有证书的客户端连接；此服务本应要求客户端出示证书。</translation>
    </message>
    <message>
        <source>Turn on the verification of clients in the service&apos;s config, then reload it.</source>
        <translation>请在服务配置中启用客户端验证，然后重新加载。</translation>
    </message>
    <message>
        <source>The served certificate %1 does not lead to the installed CA.</source>
        <translation>服务器提供的证书 %1 不能追溯到已安装的 CA。</translation>
    </message>
    <message>
        <source>Give the right CA, or install a certificate of this one.</source>
        <translation>请提供正确的 CA，或安装由此 CA 签发的证书。</translation>
    </message>
    <message>
        <source>The key&apos;s passphrase is sealed by the vendor&apos;s library %1; the service reads &quot;%2&quot; by itself.</source>
        <translation>私钥的口令由厂商的库 %1 加密；服务自己就能读取“%2”。</translation>
    </message>
    <message>
        <source>The vendor&apos;s own importer %1 makes the files, on copies; what it makes is installed in one step.</source>
        <translation>由厂商自己的导入程序 %1 在副本上生成文件；生成的文件会一次性安装。</translation>
    </message>
    <message>
        <source>Nothing to do; the copies are wiped afterwards.</source>
        <translation>无需操作；之后会擦除这些副本。</translation>
    </message>
    <message>
        <source>The vendor&apos;s key library is not there: %1</source>
        <translation>找不到厂商的密钥管理库：%1</translation>
    </message>
    <message>
        <source>Install the vendor&apos;s package, or choose the built-in vault with --protector builtin.</source>
        <translation>请安装厂商的软件包，或用 --protector builtin 选择内置保险库。</translation>
    </message>
    <message>
        <source>%1 is a symbolic link; the vendor&apos;s library is not loaded through it.</source>
        <translation>%1 是符号链接；不会通过它加载厂商的库。</translation>
    </message>
    <message>
        <source>Put the file itself there.</source>
        <translation>请把文件本身放到那里。</translation>
    </message>
    <message>
        <source>%1 belongs to another account, which could change what would run here.</source>
        <translation>%1 属于其他账户，该账户可以改动将在此处运行的内容。</translation>
    </message>
    <message>
        <source>Give it to root or to the account that runs the service.</source>
        <translation>请把它改为属于 root 或运行服务的账户。</translation>
    </message>
    <message>
        <source>%1 can be changed by other accounts, so the vendor&apos;s library is not loaded from there.</source>
        <translation>其他账户可以改动 %1，因此不从那里加载厂商的库。</translation>
    </message>
    <message>
        <source>Take the right to write from group and others: chmod go-w %1</source>
        <translation>请去掉组和其他人的写权限：chmod go-w %1</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 is built for %2; this computer needs %3.</source>
        <translation>厂商的库 %1 是为 %2 构建的；这台计算机需要 %3。</translation>
    </message>
    <message>
        <source>Install the vendor&apos;s package for this kind of computer.</source>
        <translation>请安装适用于这种计算机的厂商软件包。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 needs %2, which is not on this computer.</source>
        <translation>厂商的库 %1 需要 %2，而这台计算机上没有。</translation>
    </message>
    <message>
        <source>Put it beside the vendor&apos;s library, as the vendor&apos;s package does, or install the package again.</source>
        <translation>请像厂商软件包那样把它放在厂商的库旁边，或重新安装该软件包。</translation>
    </message>
    <message>
        <source>The library %1 lacks the function %2; it is not the key library that Certwright knows.</source>
        <translation>库 %1 没有函数 %2；它不是证书匠所认识的密钥管理库。</translation>
    </message>
    <message>
        <source>Check the version of the vendor&apos;s package, or choose the built-in vault with --protector builtin.</source>
        <translation>请检查厂商软件包的版本，或用 --protector builtin 选择内置保险库。</translation>
    </message>
    <message>
        <source>The semaphore %1, with which the vendor&apos;s library locks, belongs to another account: %2.</source>
        <translation>厂商的库用来加锁的信号量 %1 属于其他账户：%2。</translation>
    </message>
    <message>
        <source>Do this as the account that runs the service, or remove it as that account with: ipcrm -S %1</source>
        <translation>请用运行服务的账户操作，或用那个账户执行 ipcrm -S %1 把它删除。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 crashed (%2, signal %3); nothing was changed.</source>
        <translation>厂商的库 %1 崩溃（%2，信号 %3）；没有任何改动。</translation>
    </message>
    <message>
        <source>Try once more; if it happens again, give the details to the vendor or choose --protector builtin.</source>
        <translation>请再试一次；如果再次发生，请把详细信息交给厂商，或选择 --protector builtin。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 did not answer within %2 s (%3); it probably waits for the computer&apos;s random source.</source>
        <translation>厂商的库 %1 在 %2 秒内没有应答（%3）；它可能在等待计算机的随机源。</translation>
    </message>
    <message>
        <source>Start the service rngd or haveged on this computer, then try again.</source>
        <translation>请在这台计算机上启动 rngd 或 haveged 服务，然后重试。</translation>
    </message>
    <message>
        <source>Check the version of the vendor&apos;s package, or choose --protector builtin.</source>
        <translation>请检查厂商软件包的版本，或选择 --protector builtin。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 does not give back what it sealed; nothing was changed.</source>
        <translation>厂商的库 %1 不能还原它加密的内容；没有任何改动。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 made no usable key stores; nothing was changed.</source>
        <translation>厂商的库 %1 没有生成可用的密钥库；没有任何改动。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 returned a text that cannot stand in a config; nothing was changed.</source>
        <translation>厂商的库 %1 返回的文本不能写入配置；没有任何改动。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 gave an answer that cannot be understood; nothing was changed.</source>
        <translation>厂商的库 %1 给出的应答无法理解；没有任何改动。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 refused: %2 returned %3.</source>
        <translation>厂商的库 %1 拒绝：%2 返回 %3。</translation>
    </message>
    <message>
        <source>Look the number up in the vendor&apos;s documents; nothing was changed.</source>
        <translation>请在厂商文档中查找该数值；没有任何改动。</translation>
    </message>
    <message>
        <source>Certwright&apos;s helper program is missing: %1</source>
        <translation>缺少证书匠的辅助程序：%1</translation>
    </message>
    <message>
        <source>Install Certwright again.</source>
        <translation>请重新安装证书匠。</translation>
    </message>
    <message>
        <source>The key stores belong to the vendor&apos;s library, which renews its master key by itself: %1</source>
        <translation>这些密钥库属于厂商的库，它会自行更新主密钥：%1</translation>
    </message>
    <message>
        <source>Nothing to do; to renew the passphrase, import again.</source>
        <translation>无需操作；如需更换口令，请重新导入。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was sealed by the vendor&apos;s library, which is not here (%2): whether it opens the key cannot be checked.</source>
        <translation>“%1”由厂商的库加密，而这里没有该库（%2）：无法检查它能否打开私钥。</translation>
    </message>
    <message>
        <source>Check on the computer where the service runs.</source>
        <translation>请在运行服务的计算机上检查。</translation>
    </message>
    <message>
        <source>The vendor&apos;s importer %1 refused the files (status %2); nothing was changed.</source>
        <translation>厂商的导入程序 %1 拒绝了这些文件（状态 %2）；没有任何改动。</translation>
    </message>
    <message>
        <source>Read what it says under the details, or let Certwright import with --protector kmc.</source>
        <translation>请查看详细信息中的说明，或用 --protector kmc 由证书匠导入。</translation>
    </message>
    <message>
        <source>The vendor&apos;s importer %1 did not make %2; nothing was changed.</source>
        <translation>厂商的导入程序 %1 没有生成 %2；没有任何改动。</translation>
    </message>
    <message>
        <source>Check the version of the vendor&apos;s package, or let Certwright import with --protector kmc.</source>
        <translation>请检查厂商软件包的版本，或用 --protector kmc 由证书匠导入。</translation>
    </message>
    <message>
        <source>The key&apos;s passphrase is sealed by Certwright&apos;s built-in vault; the service cannot read &quot;%1&quot; by itself.</source>
        <translation>私钥的口令由证书匠的内置保险库密封；服务自己无法读取“%1”。</translation>
    </message>
    <message>
        <source>To see whether a client of yours gets in, show its certificate: --client-cert FILE.</source>
        <translation>要查看您的客户端能否连接，请出示它的证书：--client-cert FILE。</translation>
    </message>
    <message>
        <source>The server turns away clients that show no certificate; none was shown.</source>
        <translation>服务器拒绝不出示证书的客户端；本次没有出示证书。</translation>
    </message>
    <message>
        <source>The server asks clients for a certificate; none was shown, and what comes of that is decided after the handshake.</source>
        <translation>服务器要求客户端出示证书；本次没有出示，结果要在握手之后才能确定。</translation>
    </message>
    <message>
        <source>The server refused the client certificate %1, which expired on %2.</source>
        <translation>服务器拒绝了客户端证书 %1，它已于 %2 过期。</translation>
    </message>
    <message>
        <source>Show a certificate that is valid now.</source>
        <translation>请出示目前有效的证书。</translation>
    </message>
    <message>
        <source>The server refused the client certificate %1.</source>
        <translation>服务器拒绝了客户端证书 %1。</translation>
    </message>
    <message>
        <source>Check that the server trusts %1 for its clients, and that its revocation list does not name the certificate.</source>
        <translation>请检查服务器是否信任 %1 签发的客户端证书，以及其吊销列表是否列出了该证书。</translation>
    </message>
    <message>
        <source>Try again; nothing was changed.</source>
        <translation>请重试；没有任何改动。</translation>
    </message>
    <message>
        <source>The vendor&apos;s library %1 could not be started.</source>
        <translation>厂商的密钥管理库 %1 未能启动。</translation>
    </message>
    <message>
        <source>the access to the folder changes too</source>
        <translation>文件夹自身的访问权限也要改变</translation>
    </message>
    <message>
        <source>%1 is a copy of the installed private key, without encryption (access: %2).</source>
        <translation>%1 是已安装私钥的副本，且未加密（访问权限：%2）。</translation>
    </message>
    <message>
        <source>%1 is a container with the installed private key (access: %2).</source>
        <translation>%1 是含有已安装私钥的容器文件（访问权限：%2）。</translation>
    </message>
    <message>
        <source>%1 is an encrypted copy of the installed private key (access: %2).</source>
        <translation>%1 是已安装私钥的加密副本（访问权限：%2）。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy that holds a private key, and others can read it.</source>
        <translation>%1 是含私钥的遗留副本，其他人可以读取。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy of the config, and others can read it.</source>
        <translation>%1 是配置文件的遗留副本，其他人可以读取。</translation>
    </message>
    <message>
        <source>%1 is a leftover copy, and others can read it.</source>
        <translation>%1 是遗留副本，其他人可以读取。</translation>
    </message>
    <message>
        <source>%1 is on a file system (%2) that keeps no access lists; a key cannot be protected there.</source>
        <translation>%1 所在的文件系统（%2）不保存访问控制列表，无法保护私钥。</translation>
    </message>
    <message>
        <source>Move the service to a disk with NTFS.</source>
        <translation>请将服务移到 NTFS 磁盘上。</translation>
    </message>
    <message>
        <source>Access to %1: %2; the service requires: %3.</source>
        <translation>%1 的访问权限：%2；服务要求：%3。</translation>
    </message>
    <message>
        <source>Run doctor --fix.</source>
        <translation>运行 doctor --fix。</translation>
    </message>
    <message>
        <source>Run as administrator: icacls %1 /setowner %2</source>
        <translation>以管理员身份运行：icacls %1 /setowner %2</translation>
    </message>
    <message>
        <source>Others may read the private key %1.</source>
        <translation>其他人可以读取私钥 %1。</translation>
    </message>
    <message>
        <source>In the file&apos;s properties, under Security, leave only its owner.</source>
        <translation>在该文件的属性中，打开“安全”页，只保留其所有者。</translation>
    </message>
    <message>
        <source>Access to the folder %1: %2; the service wants: %3.</source>
        <translation>文件夹 %1 的访问权限：%2；服务要求：%3。</translation>
    </message>
    <message>
        <source>Others may write in the folder %1 and could swap files there.</source>
        <translation>他人可写入文件夹 %1，可能会替换其中的文件。</translation>
    </message>
    <message>
        <source>In the folder&apos;s properties, under Security, leave writing to its owner.</source>
        <translation>在该文件夹的属性中，打开“安全”页，只允许其所有者写入。</translation>
    </message>
    <message>
        <source>In its properties, under Security, leave writing to its owner.</source>
        <translation>在其属性中，打开“安全”页，只允许其所有者写入。</translation>
    </message>
</context>
<context>
    <name>foreign</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 is %2; that is not opened here.</source>
        <translation>%1 是%2；本程序不打开这种文件。</translation>
    </message>
    <message>
        <source>%1 holds a TRUSTED CERTIFICATE of OpenSSL.</source>
        <translation>%1 中是 OpenSSL 的 TRUSTED CERTIFICATE（带信任设置的证书）。</translation>
    </message>
    <message>
        <source>Nothing to do; the certificate is used, the trust settings behind it are left out.</source>
        <translation>无需操作；证书会被使用，其后的信任设置会被略去。</translation>
    </message>
    <message>
        <source>Nothing to do here; what is installed is written as plain PEM. Ask for the file as it was made if another program is to read it.</source>
        <translation>此处无需操作；安装时会写成普通的 PEM。如果还有其他程序要读取它，请索取未经改动的文件。</translation>
    </message>
    <message>
        <source>%1 was saved as UTF-16 text; it was read all the same.</source>
        <translation>%1 被存成了 UTF-16 文本；仍已读出。</translation>
    </message>
    <message>
        <source>The BEGIN and END lines of %1 were changed by a text program; it was read all the same.</source>
        <translation>%1 的 BEGIN 行和 END 行被文字处理程序改动过；仍已读出。</translation>
    </message>
    <message>
        <source>%1 is base64 without BEGIN and END lines; it was read all the same.</source>
        <translation>%1 是没有 BEGIN 行和 END 行的 base64；仍已读出。</translation>
    </message>
    <message>
        <source>The two SM2 certificates of %1 are a pair for TLCP: one for signatures (serial number %2), one for encryption (serial number %3).</source>
        <translation>%1 的两张 SM2 证书是 TLCP 双证书：一张用于签名（序列号 %2），一张用于加密（序列号 %3）。</translation>
    </message>
    <message>
        <source>This service speaks TLS and takes one certificate: ask your CA for one with an RSA key or an EC key on the curve P-256.</source>
        <translation>该服务使用 TLS，只用一张证书：请向 CA 申请一张使用 RSA 密钥或 P-256 曲线 EC 密钥的证书。</translation>
    </message>
    <message>
        <source>Keys of the type %1 are for SSH only. Make a new key for the service and ask for a certificate for it: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -out server.key</source>
        <translation>%1 类型的密钥只用于 SSH。请为该服务生成新密钥，并用它申请证书：openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -out server.key</translation>
    </message>
    <message>
        <source>Convert a copy and choose that: cp %1 %2; ssh-keygen -p -m PKCS8 -f %2</source>
        <translation>请转换一份副本并选择该副本：cp %1 %2; ssh-keygen -p -m PKCS8 -f %2</translation>
    </message>
    <message>
        <source>Convert it and choose the new file: puttygen %1 -O private-openssh -o %2 (on Windows: PuTTYgen, Load, then Conversions, Export OpenSSH key).</source>
        <translation>请转换它并选择新文件：puttygen %1 -O private-openssh -o %2（在 Windows 上：打开 PuTTYgen，点 Load，再选 Conversions、Export OpenSSH key）。</translation>
    </message>
    <message>
        <source>Open it in KeyStore Explorer, choose Tools, Change Type, PKCS #12, save it under a new name and choose that file.</source>
        <translation>请用 KeyStore Explorer 打开它，选择 Tools、Change Type、PKCS #12，另存为新名称，然后选择该文件。</translation>
    </message>
    <message>
        <source>Convert it and choose the new file: keytool -importkeystore -srcstoretype %1 -srckeystore %2 -destkeystore %3 -deststoretype PKCS12</source>
        <translation>请转换它并选择新文件：keytool -importkeystore -srcstoretype %1 -srckeystore %2 -destkeystore %3 -deststoretype PKCS12</translation>
    </message>
    <message>
        <source>It holds public keys only: choose the file of the private key.</source>
        <translation>其中只有公钥：请选择私钥所在的文件。</translation>
    </message>
    <message>
        <source>Save the one key that belongs to the certificate as a file of its own and choose that; the next step is said then.</source>
        <translation>请把属于该证书的那一个密钥单独存成一个文件并选择它；届时会给出下一步。</translation>
    </message>
    <message>
        <source>Convert it and choose the new file: %1</source>
        <translation>请转换它并选择新文件：%1</translation>
    </message>
    <message>
        <source>Open it on Windows with a double click, then export each certificate: All Tasks, Export, Base-64 encoded X.509.</source>
        <translation>请在 Windows 上双击打开它，然后逐一导出每张证书：所有任务、导出、Base64 编码的 X.509。</translation>
    </message>
    <message>
        <source>Decrypt it with the key it was encrypted for and choose the new file: openssl cms -decrypt -inform %1 -in %2 -inkey KEY -out %3</source>
        <translation>请用与其加密对应的密钥解密，并选择新文件：openssl cms -decrypt -inform %1 -in %2 -inkey KEY -out %3</translation>
    </message>
    <message>
        <source>Decrypt it and choose the new file: %1</source>
        <translation>请解密它并选择新文件：%1</translation>
    </message>
    <message>
        <source>Ask your CA for the certificates one by one, in PEM.</source>
        <translation>请向 CA 索取逐张分开的 PEM 格式证书。</translation>
    </message>
    <message>
        <source>Choose the private key instead: its file mostly has the same name without &quot;.pub&quot;.</source>
        <translation>请改选私钥：其文件名通常相同，只是没有“.pub”。</translation>
    </message>
    <message>
        <source>It has nothing to do with TLS: choose the key that the server certificate was requested with.</source>
        <translation>它与 TLS 无关：请选择申请服务器证书时所用的密钥。</translation>
    </message>
    <message>
        <source>Download the revocation list (CRL) of the CA instead.</source>
        <translation>请改为下载该 CA 的吊销列表（CRL）。</translation>
    </message>
    <message>
        <source>The download failed or needs a login: open the file in a browser to see what the site says, then download it again.</source>
        <translation>下载失败，或需要登录：请用浏览器打开该文件查看网站的提示，然后重新下载。</translation>
    </message>
    <message>
        <source>Choose the file that you got from your CA.</source>
        <translation>请选择您从 CA 得到的文件。</translation>
    </message>
    <message>
        <source>an OpenSSH private key</source>
        <translation>OpenSSH 私钥</translation>
    </message>
    <message>
        <source>an OpenSSH public key</source>
        <translation>OpenSSH 公钥</translation>
    </message>
    <message>
        <source>an OpenSSH certificate</source>
        <translation>OpenSSH 证书</translation>
    </message>
    <message>
        <source>a private key in the SSH2 format</source>
        <translation>SSH2 格式的私钥</translation>
    </message>
    <message>
        <source>a public key in the SSH2 format</source>
        <translation>SSH2 格式的公钥</translation>
    </message>
    <message>
        <source>a PuTTY private key</source>
        <translation>PuTTY 私钥</translation>
    </message>
    <message>
        <source>a Java key store (JKS)</source>
        <translation>Java 密钥库（JKS）</translation>
    </message>
    <message>
        <source>a Java key store (JCEKS)</source>
        <translation>Java 密钥库（JCEKS）</translation>
    </message>
    <message>
        <source>a Bouncy Castle key store (BKS)</source>
        <translation>Bouncy Castle 密钥库（BKS）</translation>
    </message>
    <message>
        <source>a Bouncy Castle key store (UBER)</source>
        <translation>Bouncy Castle 密钥库（UBER）</translation>
    </message>
    <message>
        <source>a JSON web key (JWK)</source>
        <translation>JSON Web 密钥（JWK）</translation>
    </message>
    <message>
        <source>a set of JSON web keys (JWK)</source>
        <translation>一组 JSON Web 密钥（JWK）</translation>
    </message>
    <message>
        <source>a Windows private key (PVK)</source>
        <translation>Windows 私钥（PVK）</translation>
    </message>
    <message>
        <source>a Windows certificate store (SST)</source>
        <translation>Windows 证书存储（SST）</translation>
    </message>
    <message>
        <source>a PGP private key</source>
        <translation>PGP 私钥</translation>
    </message>
    <message>
        <source>a PGP public key</source>
        <translation>PGP 公钥</translation>
    </message>
    <message>
        <source>a PGP message or signature</source>
        <translation>PGP 消息或签名</translation>
    </message>
    <message>
        <source>an age key</source>
        <translation>age 密钥</translation>
    </message>
    <message>
        <source>a file encrypted with age</source>
        <translation>用 age 加密的文件</translation>
    </message>
    <message>
        <source>a pair of cross-certificates</source>
        <translation>一对交叉证书</translation>
    </message>
    <message>
        <source>a Netscape certificate sequence</source>
        <translation>Netscape 证书序列</translation>
    </message>
    <message>
        <source>an attribute certificate</source>
        <translation>属性证书</translation>
    </message>
    <message>
        <source>an OCSP request</source>
        <translation>OCSP 请求</translation>
    </message>
    <message>
        <source>an OCSP response</source>
        <translation>OCSP 响应</translation>
    </message>
    <message>
        <source>a time stamp request</source>
        <translation>时间戳请求</translation>
    </message>
    <message>
        <source>a time stamp response</source>
        <translation>时间戳响应</translation>
    </message>
    <message>
        <source>an encrypted CMS message</source>
        <translation>加密的 CMS 消息</translation>
    </message>
    <message>
        <source>a public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>parameters without a key</source>
        <translation>不含密钥的参数</translation>
    </message>
    <message>
        <source>a TLS session</source>
        <translation>TLS 会话</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>网页（HTML）</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>encrypted with %1</source>
        <translation>用 %1 加密</translation>
    </message>
    <message>
        <source>comment &quot;%1&quot;</source>
        <translation>注释“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>What was done in %1</source>
        <translation>%1 的历史</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有任何操作。</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改的内容</translation>
    </message>
    <message numerus="yes">
        <source>At most %n state(s) are kept, none longer than %1.</source>
        <translation>
            <numerusform>最多保留 %n 个状态，且都不超过 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>--keep and --keep-days take a whole number from 1 to 100000.</source>
        <translation>--keep 和 --keep-days 须为 1 到 100000 的整数。</translation>
    </message>
    <message>
        <source>No state is beyond the limits; nothing to wipe.</source>
        <translation>没有超出限制的状态，无需清除。</translation>
    </message>
    <message>
        <source>These states are overwritten and removed; they cannot be restored then:</source>
        <translation>以下状态将被覆写并删除，之后无法再恢复：</translation>
    </message>
    <message>
        <source>The limits are remembered for this service.</source>
        <translation>已为此服务记住这些限制。</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) wiped.</source>
        <translation>
            <numerusform>已清除 %n 个状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Under management: %n file(s) stored as state %1. Nothing of the service was changed.</source>
        <translation>
            <numerusform>已接管：%n 个文件已保存为状态 %1。服务的内容没有任何更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Report written: %1</source>
        <translation>报告已写入：%1</translation>
    </message>
    <message>
        <source>What is stored of %1</source>
        <translation>将保存 %1 的以下内容</translation>
    </message>
    <message>
        <source>mode of the folder</source>
        <translation>文件夹权限</translation>
    </message>
    <message>
        <source>content and mode</source>
        <translation>内容和权限</translation>
    </message>
    <message>
        <source>mode and hash</source>
        <translation>权限和哈希值</translation>
    </message>
    <message>
        <source>PDF, English</source>
        <translation>PDF，英文</translation>
    </message>
    <message>
        <source>HTML, English</source>
        <translation>HTML，英文</translation>
    </message>
    <message>
        <source>PDF, Chinese</source>
        <translation>PDF，中文</translation>
    </message>
    <message>
        <source>HTML, Chinese</source>
        <translation>HTML，中文</translation>
    </message>
    <message>
        <source>PDF, both languages</source>
        <translation>PDF，中英对照</translation>
    </message>
    <message>
        <source>HTML, both languages</source>
        <translation>HTML，中英对照</translation>
    </message>
    <message>
        <source>&amp;Restore this state…</source>
        <translation>恢复到此状态(&amp;R)…</translation>
    </message>
    <message>
        <source>Shows what would change first; nothing is written before you agree.</source>
        <translation>先列出会有哪些变化；在您同意之前不写入任何内容。</translation>
    </message>
    <message>
        <source>Restore the s&amp;tate before this…</source>
        <translation>恢复到此前的状态(&amp;T)…</translation>
    </message>
    <message>
        <source>Takes this change back. Shows what would change first.</source>
        <translation>撤回这次更改。先列出会有哪些变化。</translation>
    </message>
    <message>
        <source>&amp;Save report</source>
        <translation>保存报告(&amp;S)</translation>
    </message>
    <message>
        <source>Opens a menu: the hand-over report as PDF or HTML, in either language.</source>
        <translation>打开菜单：把交接报告存为 PDF 或 HTML，可选中文或英文。</translation>
    </message>
    <message>
        <source>The transaction in full</source>
        <translation>该操作的完整记录</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Damaged entry</source>
        <translation>已损坏的记录</translation>
    </message>
    <message>
        <source>This is the present state</source>
        <translation>这就是当前状态</translation>
    </message>
    <message>
        <source>The files are now as this transaction left them.</source>
        <translation>现在的文件与这次操作结束时完全一致。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1到 %2</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>报告已保存</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>The report was not saved</source>
        <translation>报告未能保存</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>S&amp;ervice:</source>
        <translation>服务(&amp;E)：</translation>
    </message>
    <message>
        <source>Service whose history is shown</source>
        <translation>要查看历史的服务</translation>
    </message>
    <message>
        <source>What was done, newest first</source>
        <translation>操作记录，最新的在最前</translation>
    </message>
    <message>
        <source>The arrow keys choose the transaction that is shown beside.</source>
        <translation>用方向键选择在旁边显示的记录。</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部服务</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>还没有任何操作</translation>
    </message>
    <message>
        <source>After an import you see here what was changed, when and by whom, and can restore every earlier state.</source>
        <translation>导入之后，这里会列出何时、由谁、更改了什么，并且可以恢复到之前的任何状态。</translation>
    </message>
    <message>
        <source>Nothing was done here with Certwright</source>
        <translation>还没有用证书匠操作过这个服务</translation>
    </message>
    <message>
        <source>What is changed from now on is recorded with everything that is needed to take it back.</source>
        <translation>今后的每次更改都会记录下来，并保存撤回所需的全部内容。</translation>
    </message>
    <message>
        <source>by %1 on %2</source>
        <translation>由 %1 在 %2 上执行</translation>
    </message>
    <message>
        <source>Cannot be restored</source>
        <translation>无法恢复</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>access to the folder</source>
        <translation>文件夹的访问权限</translation>
    </message>
    <message>
        <source>content and access</source>
        <translation>内容和访问权限</translation>
    </message>
    <message>
        <source>access and hash</source>
        <translation>访问权限和哈希值</translation>
    </message>
</context>
<context>
    <name>inspect</name>
    <message>
        <source>%1 (over)</source>
        <translation>%1（已过）</translation>
    </message>
    <message>
        <source>%1 (%2 left)</source>
        <translation>%1（还有 %2）</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Key usage</source>
        <translation>密钥用法</translation>
    </message>
    <message>
        <source>Extended usage</source>
        <translation>扩展用法</translation>
    </message>
    <message>
        <source>Subject key identifier</source>
        <translation>使用者密钥标识符</translation>
    </message>
    <message>
        <source>Issuer key identifier</source>
        <translation>签发者密钥标识符</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发时间</translation>
    </message>
    <message>
        <source>Next list by</source>
        <translation>下次更新</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>List number</source>
        <translation>列表编号</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>已吊销的证书数</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>Private key, encrypted</source>
        <translation>私钥（已加密）</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>PKCS#12 container</source>
        <translation>PKCS#12 容器</translation>
    </message>
    <message>
        <source>Certificate request</source>
        <translation>证书请求</translation>
    </message>
    <message>
        <source>from PKCS#7</source>
        <translation>来自 PKCS#7</translation>
    </message>
    <message>
        <source>from PKCS#12</source>
        <translation>来自 PKCS#12</translation>
    </message>
    <message>
        <source>PEM, line %1</source>
        <translation>PEM，第 %1 行</translation>
    </message>
    <message>
        <source>Unreadable extensions</source>
        <translation>无法读取的扩展</translation>
    </message>
    <message>
        <source>Repeated extensions</source>
        <translation>重复的扩展</translation>
    </message>
    <message>
        <source>Friendly name</source>
        <translation>友好名称</translation>
    </message>
    <message>
        <source>Local key identifier</source>
        <translation>本地密钥标识符</translation>
    </message>
</context>
<context>
    <name>lint</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 breaks a rule of form (%2).</source>
        <translation>%1违反了一条格式规则（%2）。</translation>
    </message>
    <message>
        <source>Tell your CA; ask for a certificate without this when it is renewed.</source>
        <translation>请告知 CA，续期时索取没有此问题的证书。</translation>
    </message>
    <message>
        <source>%1 has neither a subject name nor subject alternative names.</source>
        <translation>%1既没有主体名称，也没有主体备用名称。</translation>
    </message>
    <message>
        <source>%1 has only subject alternative names, and they are not marked critical.</source>
        <translation>%1只有主体备用名称，却未标为关键。</translation>
    </message>
    <message>
        <source>%1 has subject alternative names that are marked critical, besides a subject name.</source>
        <translation>%1有主体名称，主体备用名称却标为关键。</translation>
    </message>
    <message>
        <source>%1 has no subject alternative names.</source>
        <translation>%1没有主体备用名称。</translation>
    </message>
    <message>
        <source>%1 has an empty list of subject alternative names.</source>
        <translation>%1的主体备用名称列表为空。</translation>
    </message>
    <message>
        <source>%1 names the same subject alternative name twice (%2).</source>
        <translation>%1两次写出同一个主体备用名称（%2）。</translation>
    </message>
    <message>
        <source>%1 has a subject alternative name that is neither a DNS name nor an IP address (%2).</source>
        <translation>%1含有既非 DNS 名称也非 IP 地址的主体备用名称（%2）。</translation>
    </message>
    <message>
        <source>%1 has an IP address that has neither 4 nor 16 octets (%2).</source>
        <translation>%1含有既非 4 字节也非 16 字节的 IP 地址（%2）。</translation>
    </message>
    <message>
        <source>%1 names an address of private or reserved networks (%2).</source>
        <translation>%1含有私有或保留网段的地址（%2）。</translation>
    </message>
    <message>
        <source>%1 has a subject alternative name that is no email address though it says so (%2).</source>
        <translation>%1的主体备用名称标为电子邮件地址，却不是有效的地址（%2）。</translation>
    </message>
    <message>
        <source>%1 has a subject alternative name that is no complete URI though it says so (%2).</source>
        <translation>%1的主体备用名称标为 URI，却不是完整的 URI（%2）。</translation>
    </message>
    <message>
        <source>%1 has an email address or URI with characters outside ASCII (%2).</source>
        <translation>%1的电子邮件地址或 URI 含有 ASCII 以外的字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has the serial number 0.</source>
        <translation>%1的序列号为 0。</translation>
    </message>
    <message>
        <source>%1 has a negative serial number.</source>
        <translation>%1的序列号为负数。</translation>
    </message>
    <message>
        <source>%1 has a serial number of more than 20 octets.</source>
        <translation>%1的序列号超过 20 个字节。</translation>
    </message>
    <message>
        <source>%1 has a serial number of less than 64 bits.</source>
        <translation>%1的序列号不足 64 位。</translation>
    </message>
    <message>
        <source>%1 has extensions but is not of version 3.</source>
        <translation>%1含有扩展，但版本不是 3。</translation>
    </message>
    <message>
        <source>%1 is not of version 3.</source>
        <translation>%1的版本不是 3。</translation>
    </message>
    <message>
        <source>%1 writes out version 1, which is to be left out.</source>
        <translation>%1写出了版本 1，而它应当省略。</translation>
    </message>
    <message>
        <source>%1 holds a unique identifier, a field that is not to be used.</source>
        <translation>%1含有唯一标识符，该字段不应使用。</translation>
    </message>
    <message>
        <source>%1 has an empty issuer name.</source>
        <translation>%1的签发者名称为空。</translation>
    </message>
    <message>
        <source>%1 has an empty subject name, though it is a CA&apos;s.</source>
        <translation>%1是 CA 的证书，主体名称却为空。</translation>
    </message>
    <message>
        <source>%1 has a date before 2050 in the form for later ones (%2).</source>
        <translation>%1用 2050 年及以后的写法表示此前的日期（%2）。</translation>
    </message>
    <message>
        <source>%1 has no well-defined end: it is valid until 9999.</source>
        <translation>%1没有明确的到期时间：有效期至 9999 年。</translation>
    </message>
    <message>
        <source>%1 lasts %2 days, more than was allowed when it was issued.</source>
        <translation>%1的有效期为 %2 天，超过签发时允许的期限。</translation>
    </message>
    <message>
        <source>%1 lasts %2 days; 9,132 (25 years) are the most that is advised for a CA.</source>
        <translation>%1的有效期为 %2 天；CA 证书建议最多 9132 天（25 年）。</translation>
    </message>
    <message>
        <source>%1 is signed with RSA, without the NULL that belongs to it.</source>
        <translation>%1以 RSA 签名，但缺少应有的 NULL 参数。</translation>
    </message>
    <message>
        <source>%1 is signed with ECDSA, with parameters that do not belong there.</source>
        <translation>%1以 ECDSA 签名，却带有不应存在的参数。</translation>
    </message>
    <message>
        <source>%1 is signed with Ed25519 or Ed448, with parameters that do not belong there.</source>
        <translation>%1以 Ed25519 或 Ed448 签名，却带有不应存在的参数。</translation>
    </message>
    <message>
        <source>%1 is signed with RSASSA-PSS in a form other than SHA-2, MGF1 with the same digest and a salt as long as it.</source>
        <translation>%1的 RSASSA-PSS 签名参数不是规定的形式（SHA-2、同一摘要的 MGF1、盐长与摘要等长）。</translation>
    </message>
    <message>
        <source>%1 is signed with MD2, MD4 or MD5, which can be forged.</source>
        <translation>%1以 MD2、MD4 或 MD5 签名，可以伪造。</translation>
    </message>
    <message>
        <source>%1 is signed with SHA-1, which is broken.</source>
        <translation>%1以 SHA-1 签名，该算法已被攻破。</translation>
    </message>
    <message>
        <source>%1 has a signature that is not a whole number of octets.</source>
        <translation>%1的签名不是整数个字节。</translation>
    </message>
    <message>
        <source>%1 has an empty list of extensions.</source>
        <translation>%1的扩展列表为空。</translation>
    </message>
    <message>
        <source>%1 has a written-out FALSE for an extension that is not critical (%2).</source>
        <translation>%1为非关键扩展写出了 FALSE（%2）。</translation>
    </message>
    <message>
        <source>%1 has a TRUE in a form that DER does not know for a critical extension (%2).</source>
        <translation>%1关键扩展的 TRUE 不是 DER 规定的写法（%2）。</translation>
    </message>
    <message>
        <source>%1 is not encoded in DER: a length takes more octets than it needs, or is left open.</source>
        <translation>%1不是 DER 编码：某个长度占用了多余的字节或未给出。</translation>
    </message>
    <message>
        <source>%1 has an empty DNS name.</source>
        <translation>%1含有空的 DNS 名称。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a space in it (%2).</source>
        <translation>%1的 DNS 名称中含有空格（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with characters outside ASCII (%2).</source>
        <translation>%1的 DNS 名称含有 ASCII 以外的字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a character that no host name has (%2).</source>
        <translation>%1的 DNS 名称含有主机名不可用的字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with an underscore (%2).</source>
        <translation>%1的 DNS 名称含有下划线（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a part of more than 63 characters (%2).</source>
        <translation>%1的 DNS 名称中有一段超过 63 个字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name of more than 253 characters (%2).</source>
        <translation>%1的 DNS 名称超过 253 个字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name that begins with a dot (%2).</source>
        <translation>%1的 DNS 名称以点开头（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name that ends with a dot (%2).</source>
        <translation>%1的 DNS 名称以点结尾（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with nothing between two dots (%2).</source>
        <translation>%1的 DNS 名称两点之间为空（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a hyphen at the edge of a part (%2).</source>
        <translation>%1的 DNS 名称中某一段以连字符开头或结尾（%2）。</translation>
    </message>
    <message>
        <source>%1 has an IP address among the DNS names, where no client looks for it (%2).</source>
        <translation>%1把 IP 地址写成了 DNS 名称，客户端不会在那里查找（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name without a domain (%2).</source>
        <translation>%1的 DNS 名称不含域（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name below no public domain (%2).</source>
        <translation>%1的 DNS 名称不属于任何公共域（%2）。</translation>
    </message>
    <message>
        <source>%1 is for every name (&quot;*&quot;), which no client accepts.</source>
        <translation>%1适用于任何名称（“*”），客户端不会接受。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a wildcard that is not the whole left-most part (%2).</source>
        <translation>%1的 DNS 名称中，通配符不是完整的最左一段（%2）。</translation>
    </message>
    <message>
        <source>%1 has a wildcard over a public suffix (%2).</source>
        <translation>%1的通配符位于公共后缀之上（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a part that begins with xn-- and encodes nothing (%2).</source>
        <translation>%1的 DNS 名称中有以 xn-- 开头却无法解码的一段（%2）。</translation>
    </message>
    <message>
        <source>%1 has a DNS name with a part of a reserved form (%2).</source>
        <translation>%1的 DNS 名称中有一段为保留形式（%2）。</translation>
    </message>
    <message>
        <source>%1 has no subject key identifier.</source>
        <translation>%1没有主体密钥标识符。</translation>
    </message>
    <message>
        <source>%1 has a subject key identifier that is marked critical.</source>
        <translation>%1的主体密钥标识符标为关键。</translation>
    </message>
    <message>
        <source>%1 has an empty subject key identifier.</source>
        <translation>%1的主体密钥标识符为空。</translation>
    </message>
    <message>
        <source>%1 has a subject key identifier that is not the digest of its key.</source>
        <translation>%1的主体密钥标识符不是其密钥的摘要。</translation>
    </message>
    <message>
        <source>%1 has no authority key identifier.</source>
        <translation>%1没有颁发机构密钥标识符。</translation>
    </message>
    <message>
        <source>%1 has an authority key identifier that is marked critical.</source>
        <translation>%1的颁发机构密钥标识符标为关键。</translation>
    </message>
    <message>
        <source>%1 has an authority key identifier without the identifier of a key.</source>
        <translation>%1的颁发机构密钥标识符中没有密钥的标识。</translation>
    </message>
    <message>
        <source>%1 has an authority key identifier with a name but no serial number, or the other way round.</source>
        <translation>%1的颁发机构密钥标识符只有名称而没有序列号，或者相反。</translation>
    </message>
    <message>
        <source>%1 names its issuer&apos;s certificate by name and serial number.</source>
        <translation>%1以名称和序列号指明签发者的证书。</translation>
    </message>
    <message>
        <source>%1 names an issuer&apos;s certificate by name and serial number, though it is a root.</source>
        <translation>%1是根证书，却以名称和序列号指明签发者的证书。</translation>
    </message>
    <message>
        <source>%1 has two different key identifiers, though it is a root.</source>
        <translation>%1是根证书，两个密钥标识符却不同。</translation>
    </message>
    <message>
        <source>%1 has an authority information access that is marked critical.</source>
        <translation>%1的颁发机构信息访问标为关键。</translation>
    </message>
    <message>
        <source>%1 has an empty authority information access.</source>
        <translation>%1的颁发机构信息访问为空。</translation>
    </message>
    <message>
        <source>%1 has an authority information access that cannot be read.</source>
        <translation>%1的颁发机构信息访问无法读取。</translation>
    </message>
    <message>
        <source>%1 names a place that is not reached by HTTP (%2).</source>
        <translation>%1写出的位置不能通过 HTTP 访问（%2）。</translation>
    </message>
    <message>
        <source>%1 does not say where its issuer&apos;s certificate can be fetched.</source>
        <translation>%1没有说明从何处获取签发者的证书。</translation>
    </message>
    <message>
        <source>%1 has a subject information access that is marked critical.</source>
        <translation>%1的主体信息访问标为关键。</translation>
    </message>
    <message>
        <source>%1 has issuer alternative names that are marked critical.</source>
        <translation>%1的签发者备用名称标为关键。</translation>
    </message>
    <message>
        <source>%1 has an empty list of issuer alternative names.</source>
        <translation>%1的签发者备用名称列表为空。</translation>
    </message>
    <message>
        <source>%1 has subject directory attributes that are marked critical.</source>
        <translation>%1的主体目录属性标为关键。</translation>
    </message>
    <message>
        <source>%1 has a period of its own for the private key, which programs overlook.</source>
        <translation>%1为私钥单独规定了使用期，程序不会理会。</translation>
    </message>
    <message>
        <source>%1 has a TLS feature (must-staple) that cannot be read.</source>
        <translation>%1的 TLS feature（must-staple）无法读取。</translation>
    </message>
    <message>
        <source>%1 has a TLS feature (must-staple) that is marked critical.</source>
        <translation>%1的 TLS feature（must-staple）标为关键。</translation>
    </message>
    <message>
        <source>%1 is a precertificate: it was made for a public log, and no client accepts it.</source>
        <translation>%1是预证书：它只供公开日志使用，任何客户端都不会接受。</translation>
    </message>
    <message>
        <source>%1 has signed certificate timestamps that cannot be read.</source>
        <translation>%1的 SCT（签名证书时间戳）无法读取。</translation>
    </message>
    <message>
        <source>%1 holds no signed certificate timestamps of public logs.</source>
        <translation>%1不含公开日志的 SCT（签名证书时间戳）。</translation>
    </message>
    <message>
        <source>%1 has a public key that is not a whole number of octets.</source>
        <translation>%1的公钥不是整数个字节。</translation>
    </message>
    <message>
        <source>%1 has an RSA key without the NULL that belongs to its algorithm.</source>
        <translation>%1的 RSA 公钥算法缺少应有的 NULL 参数。</translation>
    </message>
    <message>
        <source>%1 has an RSA key of %2 bits; at least 2048 are required.</source>
        <translation>%1的 RSA 密钥为 %2 位；至少需要 2048 位。</translation>
    </message>
    <message>
        <source>%1 has an RSA key of %2 bits, which is not a multiple of 8.</source>
        <translation>%1的 RSA 密钥为 %2 位，不是 8 的倍数。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an even modulus: it is no key.</source>
        <translation>%1的 RSA 模数为偶数：这不是密钥。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with a negative modulus.</source>
        <translation>%1的 RSA 模数为负数。</translation>
    </message>
    <message>
        <source>%1 has an RSA key whose modulus is divisible by a small prime.</source>
        <translation>%1的 RSA 模数能被小素数整除。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an even exponent: it is no key.</source>
        <translation>%1的 RSA 指数为偶数：这不是密钥。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an exponent of 1 or less: anybody could sign with it.</source>
        <translation>%1的 RSA 指数不大于 1：任何人都可用它签名。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an exponent below 65537.</source>
        <translation>%1的 RSA 指数小于 65537。</translation>
    </message>
    <message>
        <source>%1 has an RSA key with an exponent of more than 256 bits.</source>
        <translation>%1的 RSA 指数超过 256 位。</translation>
    </message>
    <message>
        <source>%1 has an RSA key that is bound to RSASSA-PSS.</source>
        <translation>%1的 RSA 密钥限定用于 RSASSA-PSS。</translation>
    </message>
    <message>
        <source>%1 has a DSA key.</source>
        <translation>%1使用 DSA 密钥。</translation>
    </message>
    <message>
        <source>%1 has an Ed25519 or Ed448 key, which public CAs do not certify.</source>
        <translation>%1使用 Ed25519 或 Ed448 密钥，公共 CA 不签发此类证书。</translation>
    </message>
    <message>
        <source>%1 has a key with parameters that its algorithm does not have.</source>
        <translation>%1的公钥带有其算法没有的参数。</translation>
    </message>
    <message>
        <source>%1 has an EC key on another curve than P-256, P-384 or P-521.</source>
        <translation>%1的 EC 密钥所用曲线不是 P-256、P-384 或 P-521。</translation>
    </message>
    <message>
        <source>%1 has an EC key that does not name its curve.</source>
        <translation>%1的 EC 密钥没有写明曲线名称。</translation>
    </message>
    <message>
        <source>%1 has an EC key of %2 bits; at least 224 are thought safe.</source>
        <translation>%1的 EC 密钥为 %2 位；至少 224 位才算安全。</translation>
    </message>
    <message>
        <source>%1 has an EC key in the compressed form, which not every program can read.</source>
        <translation>%1的 EC 公钥为压缩形式，并非所有程序都能读取。</translation>
    </message>
    <message>
        <source>%1 has an EC key that is no point of its curve.</source>
        <translation>%1的 EC 公钥不是其曲线上的点。</translation>
    </message>
    <message>
        <source>%1 has an EC key that does not lie on its curve.</source>
        <translation>%1的 EC 公钥不在其曲线上。</translation>
    </message>
    <message>
        <source>%1 has a name in an outdated form of text (%2).</source>
        <translation>%1的名称采用过时的文本类型（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with a character that its form of text (PrintableString) does not know (%2).</source>
        <translation>%1的名称含有其文本类型（PrintableString）不允许的字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a country that is not written as two capital letters (%2).</source>
        <translation>%1的国家代码不是两个大写字母（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with a part that is longer than the standard allows (%2).</source>
        <translation>%1的名称中有一项超过标准规定的长度（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with an empty part.</source>
        <translation>%1的名称中有一项为空。</translation>
    </message>
    <message>
        <source>%1 has a name with spaces at the beginning or end of a part (%2).</source>
        <translation>%1的名称中有一项首尾带空格（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with control characters (%2).</source>
        <translation>%1的名称含有控制字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with a mere sign in place of a value (%2).</source>
        <translation>%1的名称中有一项以符号代替内容（%2）。</translation>
    </message>
    <message>
        <source>%1 has a name with several parts in one step (%2).</source>
        <translation>%1的名称在同一级中含有多项（%2）。</translation>
    </message>
    <message>
        <source>%1 has more than one common name.</source>
        <translation>%1含有多个通用名称（CN）。</translation>
    </message>
    <message>
        <source>%1 has a common name that is none of its subject alternative names (%2).</source>
        <translation>%1的通用名称（CN）不在主体备用名称之中（%2）。</translation>
    </message>
    <message>
        <source>%1 has an organizational unit in its name (%2).</source>
        <translation>%1的名称含有组织单位（OU）（%2）。</translation>
    </message>
    <message>
        <source>%1 has an email address in its subject name (%2).</source>
        <translation>%1的主体名称含有电子邮件地址（%2）。</translation>
    </message>
    <message>
        <source>%1 has domain components in the wrong order.</source>
        <translation>%1的域组件（DC）顺序颠倒。</translation>
    </message>
    <message>
        <source>%1 has CRL distribution points that are marked critical.</source>
        <translation>%1的 CRL 分发点标为关键。</translation>
    </message>
    <message>
        <source>%1 has an empty list of CRL distribution points.</source>
        <translation>%1的 CRL 分发点列表为空。</translation>
    </message>
    <message>
        <source>%1 has a CRL distribution point that names neither a place nor an issuer.</source>
        <translation>%1的某个 CRL 分发点既无位置也无签发者。</translation>
    </message>
    <message>
        <source>%1 has a CRL distribution point that is no address (%2).</source>
        <translation>%1的某个 CRL 分发点不是网络地址（%2）。</translation>
    </message>
    <message>
        <source>%1 has a CRL distribution point that is not reached by HTTP (%2).</source>
        <translation>%1的某个 CRL 分发点不能通过 HTTP 访问（%2）。</translation>
    </message>
    <message>
        <source>%1 has a CRL distribution point whose name is relative to the issuer&apos;s.</source>
        <translation>%1的某个 CRL 分发点使用了相对于签发者的名称。</translation>
    </message>
    <message>
        <source>%1 has a freshest CRL that is marked critical.</source>
        <translation>%1的 freshest CRL 标为关键。</translation>
    </message>
    <message>
        <source>%1 does not say where to ask whether it was revoked.</source>
        <translation>%1没有说明从何处查询其是否已被吊销。</translation>
    </message>
    <message>
        <source>%1 has name constraints, though it is no CA.</source>
        <translation>%1不是 CA，却含有名称约束。</translation>
    </message>
    <message>
        <source>%1 has name constraints that are not marked critical.</source>
        <translation>%1的名称约束未标为关键。</translation>
    </message>
    <message>
        <source>%1 has name constraints that permit or exclude nothing.</source>
        <translation>%1的名称约束既未允许也未排除任何名称。</translation>
    </message>
    <message>
        <source>%1 has name constraints with a distance, which is not used (%2).</source>
        <translation>%1的名称约束含有距离字段（minimum 或 maximum），该字段不应使用（%2）。</translation>
    </message>
    <message>
        <source>%1 has name constraints with the distance 0 written out (%2).</source>
        <translation>%1的名称约束写出了应当省略的距离 0（%2）。</translation>
    </message>
    <message>
        <source>%1 has an empty list of certificate policies.</source>
        <translation>%1的证书策略列表为空。</translation>
    </message>
    <message>
        <source>%1 names the same certificate policy twice (%2).</source>
        <translation>%1两次写出同一项证书策略（%2）。</translation>
    </message>
    <message>
        <source>%1 has an empty list of qualifiers at a certificate policy (%2).</source>
        <translation>%1的证书策略带有空的限定符列表（%2）。</translation>
    </message>
    <message>
        <source>%1 has a certificate policy with a qualifier of an unknown kind (%2).</source>
        <translation>%1的证书策略带有未知类型的限定符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a qualifier of an unknown kind at anyPolicy.</source>
        <translation>%1的 anyPolicy 带有未知类型的限定符。</translation>
    </message>
    <message>
        <source>%1 has a certificate policy with a text that is not UTF-8 (%2).</source>
        <translation>%1的证书策略附带的文字不是 UTF-8（%2）。</translation>
    </message>
    <message>
        <source>%1 has a certificate policy with a text of more than 200 characters (%2).</source>
        <translation>%1的证书策略附带的文字超过 200 个字符（%2）。</translation>
    </message>
    <message>
        <source>%1 has a certificate policy that refers to a text elsewhere (%2).</source>
        <translation>%1的证书策略引用了别处的文字（%2）。</translation>
    </message>
    <message>
        <source>%1 has a certificate policy whose place is no address of the web (%2).</source>
        <translation>%1的证书策略所写位置不是网址（%2）。</translation>
    </message>
    <message>
        <source>%1 names no certificate policy.</source>
        <translation>%1没有写明证书策略。</translation>
    </message>
    <message>
        <source>%1 names none of the policies that are reserved for public server certificates.</source>
        <translation>%1没有写明任何为公共服务器证书保留的策略。</translation>
    </message>
    <message>
        <source>%1 names anyPolicy, though it is no CA.</source>
        <translation>%1不是 CA，却写明了 anyPolicy。</translation>
    </message>
    <message>
        <source>%1 maps a policy from or to anyPolicy.</source>
        <translation>%1将策略映射自或映射到 anyPolicy。</translation>
    </message>
    <message>
        <source>%1 maps policies, though it is no CA.</source>
        <translation>%1不是 CA，却映射了策略。</translation>
    </message>
    <message>
        <source>%1 has an empty list of policy mappings.</source>
        <translation>%1的策略映射列表为空。</translation>
    </message>
    <message>
        <source>%1 has policy mappings that are not marked critical.</source>
        <translation>%1的策略映射未标为关键。</translation>
    </message>
    <message>
        <source>%1 maps a policy that it does not name (%2).</source>
        <translation>%1映射了自身未写明的策略（%2）。</translation>
    </message>
    <message>
        <source>%1 has policy constraints that are not marked critical.</source>
        <translation>%1的策略约束未标为关键。</translation>
    </message>
    <message>
        <source>%1 has empty policy constraints.</source>
        <translation>%1的策略约束为空。</translation>
    </message>
    <message>
        <source>%1 has policy constraints, though it is no CA.</source>
        <translation>%1不是 CA，却含有策略约束。</translation>
    </message>
    <message>
        <source>%1 has policy constraints with a negative number.</source>
        <translation>%1的策略约束含有负数。</translation>
    </message>
    <message>
        <source>%1 has inhibitAnyPolicy that is not marked critical.</source>
        <translation>%1的 inhibitAnyPolicy 未标为关键。</translation>
    </message>
    <message>
        <source>%1 has inhibitAnyPolicy, though it is no CA.</source>
        <translation>%1不是 CA，却含有 inhibitAnyPolicy。</translation>
    </message>
    <message>
        <source>%1 has inhibitAnyPolicy with a negative number.</source>
        <translation>%1的 inhibitAnyPolicy 为负数。</translation>
    </message>
    <message>
        <source>%1 has basicConstraints that are not marked critical.</source>
        <translation>%1的 basicConstraints 未标为关键。</translation>
    </message>
    <message>
        <source>%1 has no basicConstraints, though it issues certificates.</source>
        <translation>%1签发证书，却没有 basicConstraints。</translation>
    </message>
    <message>
        <source>%1 writes out that it is no CA, which is to be left out.</source>
        <translation>%1写出了“不是 CA”，而该值应当省略。</translation>
    </message>
    <message>
        <source>%1 says that it is a CA in a form that DER does not know.</source>
        <translation>%1以 DER 未规定的写法声明自己是 CA。</translation>
    </message>
    <message>
        <source>%1 limits how many CAs may follow, but is no CA.</source>
        <translation>%1限制了下级 CA 的层数，但它不是 CA。</translation>
    </message>
    <message>
        <source>%1 limits how many CAs may follow, but may sign none.</source>
        <translation>%1限制了下级 CA 的层数，但不得签发证书。</translation>
    </message>
    <message>
        <source>%1 has a negative path length.</source>
        <translation>%1的路径长度为负数。</translation>
    </message>
    <message>
        <source>%1 has a path length that no path can reach.</source>
        <translation>%1的路径长度大得没有意义。</translation>
    </message>
    <message>
        <source>%1 does not say what its key may be used for, though it is a CA&apos;s.</source>
        <translation>%1是 CA 的证书，却没有说明密钥用途。</translation>
    </message>
    <message>
        <source>%1 may sign certificates by its key usage, but is no CA.</source>
        <translation>%1的密钥用途允许签发证书，但它不是 CA。</translation>
    </message>
    <message>
        <source>%1 may sign revocation lists by its key usage, but is no CA.</source>
        <translation>%1的密钥用途允许签发吊销列表，但它不是 CA。</translation>
    </message>
    <message>
        <source>%1 may sign documents by its key usage (nonRepudiation).</source>
        <translation>%1的密钥用途允许签署文件（nonRepudiation）。</translation>
    </message>
    <message>
        <source>%1 may encrypt data by its key usage, which TLS never does.</source>
        <translation>%1的密钥用途允许加密数据，而 TLS 从不这样做。</translation>
    </message>
    <message>
        <source>%1 has a key usage without any usage.</source>
        <translation>%1的密钥用途中一项用途也没有。</translation>
    </message>
    <message>
        <source>%1 has a key usage that is not marked critical.</source>
        <translation>%1的密钥用途未标为关键。</translation>
    </message>
    <message>
        <source>%1 has a key usage with superfluous bits at its end.</source>
        <translation>%1的密钥用途末尾有多余的位。</translation>
    </message>
    <message>
        <source>%1 may encrypt by its key usage, which its EC key cannot do.</source>
        <translation>%1的密钥用途允许加密，而 EC 密钥做不到。</translation>
    </message>
    <message>
        <source>%1 has a key usage other than signing, which its Ed25519 or Ed448 key cannot do.</source>
        <translation>%1的密钥用途含有签名以外的用途，而 Ed25519 或 Ed448 密钥只能签名。</translation>
    </message>
    <message>
        <source>%1 has a key usage other than key agreement, which its X25519 or X448 key cannot do.</source>
        <translation>%1的密钥用途含有密钥协商以外的用途，而 X25519 或 X448 密钥只能协商密钥。</translation>
    </message>
    <message>
        <source>%1 has a key usage other than signing, which its ML-DSA key cannot do.</source>
        <translation>%1的密钥用途含有签名以外的用途，而 ML-DSA 密钥只能签名。</translation>
    </message>
    <message>
        <source>%1 has a key usage other than signing, which its DSA key cannot do.</source>
        <translation>%1的密钥用途含有签名以外的用途，而 DSA 密钥只能签名。</translation>
    </message>
    <message>
        <source>%1 has a key usage other than key agreement, which its Diffie-Hellman key cannot do.</source>
        <translation>%1的密钥用途含有密钥协商以外的用途，而 Diffie-Hellman 密钥只能协商密钥。</translation>
    </message>
    <message>
        <source>%1 may not sign by its key usage, so that no TLS 1.3 connection comes about.</source>
        <translation>%1的密钥用途不允许签名，无法建立 TLS 1.3 连接。</translation>
    </message>
    <message>
        <source>%1 limits a key agreement that its key usage does not allow (encipherOnly or decipherOnly).</source>
        <translation>%1限定了其密钥用途并不允许的密钥协商（encipherOnly 或 decipherOnly）。</translation>
    </message>
    <message>
        <source>%1 has an empty list of extended key usages.</source>
        <translation>%1的扩展密钥用途列表为空。</translation>
    </message>
    <message>
        <source>%1 allows any extended key usage, in an extension that is marked critical.</source>
        <translation>%1在标为关键的扩展中允许任意扩展密钥用途。</translation>
    </message>
    <message>
        <source>%1 names the same extended key usage twice (%2).</source>
        <translation>%1两次写出同一项扩展密钥用途（%2）。</translation>
    </message>
    <message>
        <source>%1 has no extended key usage.</source>
        <translation>%1没有扩展密钥用途。</translation>
    </message>
    <message>
        <source>%1 does not name server authentication among its extended key usages.</source>
        <translation>%1的扩展密钥用途中没有服务器身份验证。</translation>
    </message>
    <message>
        <source>%1 allows any extended key usage.</source>
        <translation>%1允许任意扩展密钥用途。</translation>
    </message>
    <message>
        <source>%1 has an extended key usage that no server certificate may have (%2).</source>
        <translation>%1含有服务器证书不得有的扩展密钥用途（%2）。</translation>
    </message>
    <message>
        <source>%1 has an extended key usage that is marked critical.</source>
        <translation>%1的扩展密钥用途标为关键。</translation>
    </message>
    <message>
        <source>%1 has an extended key usage, though it is a root.</source>
        <translation>%1是根证书，却含有扩展密钥用途。</translation>
    </message>
    <message>
        <source>%1 does not say for which purposes it issues certificates.</source>
        <translation>%1没有说明为哪些用途签发证书。</translation>
    </message>
    <message>
        <source>%1 issues certificates for servers and for other purposes.</source>
        <translation>%1既为服务器签发证书，也为其他用途签发。</translation>
    </message>
    <message>
        <source>%1 is a CA certificate.</source>
        <translation>%1是 CA 证书。</translation>
    </message>
</context>
<context>
    <name>manual</name>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>VERBS</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>退出状态</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>另请参阅</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>OPTION…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <source>FILE…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>SERVICE FOLDER</source>
        <translation>服务文件夹</translation>
    </message>
    <message>
        <source>put certificates into services, all of it or none of it</source>
        <translation>把证书装进服务，要么全部就位，要么毫无改变</translation>
    </message>
    <message>
        <source>The key&apos;s password is asked at the terminal, or read with --password-fd or --password-stdin. It is never an argument, an environment variable or part of a setting.</source>
        <translation>私钥口令在终端询问，或用 --password-fd、--password-stdin 读取；绝不作为参数、环境变量或设置的一部分。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Findings block. Nothing has changed.</source>
        <translation>有阻止的检查结果。没有做任何改动。</translation>
    </message>
    <message>
        <source>The command line is not understood.</source>
        <translation>无法理解命令行。</translation>
    </message>
    <message>
        <source>It could not be done. Nothing has changed.</source>
        <translation>无法完成。没有做任何改动。</translation>
    </message>
    <message>
        <source>A person is needed; the message says what for.</source>
        <translation>需要人工处理；消息中说明了原因。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing has changed.</source>
        <translation>已取消。没有做任何改动。</translation>
    </message>
    <message>
        <source>Settings, and the services that are known.</source>
        <translation>设置，以及已知的服务。</translation>
    </message>
    <message>
        <source>Service profiles of your own.</source>
        <translation>您自己的服务配置档。</translation>
    </message>
    <message>
        <source>Lock, journal and history of a service.</source>
        <translation>服务的锁、日志和历史。</translation>
    </message>
    <message>
        <source>the window that puts certificates into services</source>
        <translation>把证书装进服务的窗口程序</translation>
    </message>
</context>
<context>
    <name>mistakes</name>
    <message>
        <source>The file is too large for a profile.</source>
        <translation>文件对配置档来说太大。</translation>
    </message>
    <message>
        <source>At most %5 octets are allowed.</source>
        <translation>最多允许 %5 字节。</translation>
    </message>
    <message>
        <source>The file is not encoded in UTF-8.</source>
        <translation>文件不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请保存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file holds a NUL character.</source>
        <translation>文件含有 NUL 字符。</translation>
    </message>
    <message>
        <source>A profile is plain text in UTF-8.</source>
        <translation>配置档是 UTF-8 编码的纯文本。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>Begin with a whole profile: certwright-cli profiles new ID</source>
        <translation>可以从一个完整的配置档开始：certwright-cli profiles new ID</translation>
    </message>
    <message>
        <source>This is not valid YAML.</source>
        <translation>这不是有效的 YAML。</translation>
    </message>
    <message>
        <source>Check the indentation, colons, quotes and brackets here and in the lines before.</source>
        <translation>请检查此处和前面几行的缩进、冒号、引号和括号。</translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation>此处开始了第二个文档。</translation>
    </message>
    <message>
        <source>A file holds one profile.</source>
        <translation>一个文件只含一个配置档。</translation>
    </message>
    <message>
        <source>An alias (*name) stands here.</source>
        <translation>此处有一个别名（*name）。</translation>
    </message>
    <message>
        <source>Write the value out; aliases are not allowed.</source>
        <translation>不允许别名，请写出完整的值。</translation>
    </message>
    <message>
        <source>An anchor (&amp;name) stands here.</source>
        <translation>此处有一个锚点（&amp;name）。</translation>
    </message>
    <message>
        <source>Leave it out; anchors are not allowed.</source>
        <translation>不允许锚点，请去掉。</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; stands here.</source>
        <translation>此处有标签“%1”。</translation>
    </message>
    <message>
        <source>Leave it out; tags are not allowed.</source>
        <translation>不允许标签，请去掉。</translation>
    </message>
    <message>
        <source>Maps and lists are nested too deeply here.</source>
        <translation>此处的映射和列表嵌套过深。</translation>
    </message>
    <message>
        <source>At most %5 levels are allowed.</source>
        <translation>最多允许 %5 层。</translation>
    </message>
    <message>
        <source>What stands here cannot be a key.</source>
        <translation>此处的内容不能作为键。</translation>
    </message>
    <message>
        <source>A key is a single word.</source>
        <translation>键是一个单词。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice.</source>
        <translation>键“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each key may stand once.</source>
        <translation>每个键只能出现一次。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is not known here.</source>
        <translation>此处没有名为“%1”的键。</translation>
    </message>
    <message>
        <source>Known keys: %3.</source>
        <translation>可用的键：%3。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing.</source>
        <translation>缺少键“%1”。</translation>
    </message>
    <message>
        <source>This part of a profile must have it.</source>
        <translation>配置档的这一部分必须有它。</translation>
    </message>
    <message>
        <source>This is no profile: it does not consist of keys with values.</source>
        <translation>这不是配置档：它不是由键和值组成的。</translation>
    </message>
    <message>
        <source>A profile is a map that begins such as: id: my-service</source>
        <translation>配置档是一个映射，开头形如：id: my-service</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; is not a text.</source>
        <translation>“%2”的值不是文本。</translation>
    </message>
    <message>
        <source>A single text is allowed, no list and no map.</source>
        <translation>只能是一个文本，不能是列表或映射。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; does not consist of keys with values.</source>
        <translation>“%2”的值不是由键和值组成的。</translation>
    </message>
    <message>
        <source>A map is needed here.</source>
        <translation>此处需要一个映射。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; is not a list.</source>
        <translation>“%2”的值不是列表。</translation>
    </message>
    <message>
        <source>A list is needed, each item behind &quot;- &quot; or all in square brackets.</source>
        <translation>此处需要一个列表：每项以“- ”开头，或全部放在方括号中。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; is too long.</source>
        <translation>“%2”的值太长。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; is empty.</source>
        <translation>“%2”的值是空的。</translation>
    </message>
    <message>
        <source>At least one character is needed.</source>
        <translation>至少需要一个字符。</translation>
    </message>
    <message>
        <source>The value of &quot;%2&quot; holds control characters: %1</source>
        <translation>“%2”的值含有控制字符：%1</translation>
    </message>
    <message>
        <source>Only characters that can be seen, and spaces, are allowed.</source>
        <translation>只允许可见字符和空格。</translation>
    </message>
    <message>
        <source>The list &quot;%2&quot; is empty.</source>
        <translation>列表“%2”是空的。</translation>
    </message>
    <message>
        <source>At least one item is needed.</source>
        <translation>至少需要一项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be an id.</source>
        <translation>“%1”不能作为标识。</translation>
    </message>
    <message>
        <source>1 to %5 characters of a-z, 0-9 and &quot;-&quot; are allowed.</source>
        <translation>允许 1 到 %5 个字符：a-z、0-9 和“-”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a key of the config.</source>
        <translation>“%1”不能作为配置中的键。</translation>
    </message>
    <message>
        <source>Letters, digits, &quot;_&quot; and &quot;-&quot; are allowed, with single dots between the parts.</source>
        <translation>允许字母、数字、“_”和“-”，各部分之间用一个点分隔。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path below the folder.</source>
        <translation>“%1”不是该文件夹之下的路径。</translation>
    </message>
    <message>
        <source>A relative path is allowed, with &quot;/&quot; between its parts and without &quot;.&quot;, &quot;..&quot;, &quot;:&quot; and &quot;\&quot;.</source>
        <translation>允许相对路径：各部分之间用“/”，不含“.”、“..”、“:”和“\”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an absolute path, or leads upwards.</source>
        <translation>“%1”不是绝对路径，或者含有“..”。</translation>
    </message>
    <message>
        <source>An absolute path without &quot;..&quot; is allowed.</source>
        <translation>允许不含“..”的绝对路径。</translation>
    </message>
    <message>
        <source>The mode is not written as it must be: %1</source>
        <translation>权限的写法不对：%1</translation>
    </message>
    <message>
        <source>A quoted octal number of three digits is allowed, such as &quot;400&quot;.</source>
        <translation>允许带引号的三位八进制数，如 &quot;400&quot;。</translation>
    </message>
    <message>
        <source>With the mode %1 the owner could not read it.</source>
        <translation>权限为 %1 时，所有者无法读取。</translation>
    </message>
    <message>
        <source>The owner must be able to read, as with &quot;400&quot;.</source>
        <translation>所有者必须能够读取，如 &quot;400&quot;。</translation>
    </message>
    <message>
        <source>The mode %1 is too wide for a file with key material.</source>
        <translation>对含有密钥材料的文件来说，权限 %1 过宽。</translation>
    </message>
    <message>
        <source>At most &quot;%3&quot; is allowed.</source>
        <translation>最多允许 &quot;%3&quot;。</translation>
    </message>
    <message>
        <source>With the mode %1 the owner could not use the folder.</source>
        <translation>权限为 %1 时，所有者无法使用该文件夹。</translation>
    </message>
    <message>
        <source>The owner must have all rights, as with &quot;700&quot;.</source>
        <translation>所有者必须拥有全部权限，如 &quot;700&quot;。</translation>
    </message>
    <message>
        <source>%1 cannot be the value of &quot;%2&quot;.</source>
        <translation>%1 不能作为“%2”的值。</translation>
    </message>
    <message>
        <source>A whole number from %4 to %5 is allowed, without quotes.</source>
        <translation>允许 %4 到 %5 之间的整数，不带引号。</translation>
    </message>
    <message>
        <source>The words true and false are allowed, without quotes.</source>
        <translation>允许 true 和 false，不带引号。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the value of &quot;%2&quot;.</source>
        <translation>“%1”不能作为“%2”的值。</translation>
    </message>
    <message>
        <source>Allowed: %3.</source>
        <translation>允许的值：%3。</translation>
    </message>
    <message>
        <source>The set &quot;%1&quot; holds characters that it cannot have.</source>
        <translation>字符集“%1”含有不允许的字符。</translation>
    </message>
    <message>
        <source>Visible ASCII characters are allowed, but not &quot;[&quot;, &quot;]&quot; and &quot;^&quot;.</source>
        <translation>允许可见的 ASCII 字符，但不包括“[”、“]”和“^”。</translation>
    </message>
    <message>
        <source>The set &quot;%1&quot; ends with &quot;\&quot;.</source>
        <translation>字符集“%1”以“\”结尾。</translation>
    </message>
    <message>
        <source>Behind &quot;\&quot; stands the character that it is for, such as a second &quot;\&quot;.</source>
        <translation>“\”后面必须有它所转义的字符，例如另一个“\”。</translation>
    </message>
    <message>
        <source>A range in the set &quot;%1&quot; does not ascend.</source>
        <translation>字符集“%1”中有一个范围不是升序。</translation>
    </message>
    <message>
        <source>A range goes from a lower character to a higher one, such as a-z.</source>
        <translation>范围必须由小到大，如 a-z。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a variable.</source>
        <translation>“%1”不能作为变量名。</translation>
    </message>
    <message>
        <source>A-Z, 0-9 and &quot;_&quot; are allowed; an empty text stands for none.</source>
        <translation>允许 A-Z、0-9 和“_”；空文本表示没有变量。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a directive.</source>
        <translation>“%1”不能作为指令的名称。</translation>
    </message>
    <message>
        <source>a-z, 0-9 and &quot;_&quot; are allowed.</source>
        <translation>允许 a-z、0-9 和“_”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither the name of a program nor its absolute path.</source>
        <translation>“%1”既不是程序的名称，也不是它的绝对路径。</translation>
    </message>
    <message>
        <source>A name of letters, digits, &quot;.&quot;, &quot;_&quot;, &quot;+&quot; and &quot;-&quot; or an absolute path is allowed, without placeholders.</source>
        <translation>允许由字母、数字、“.”、“_”、“+”和“-”组成的名称，或绝对路径，不含占位符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a shell, or runs other programs.</source>
        <translation>“%1”是 shell，或者会运行其他程序。</translation>
    </message>
    <message>
        <source>Name the program itself.</source>
        <translation>请直接写出要运行的程序。</translation>
    </message>
    <message>
        <source>The command has no words, or too many.</source>
        <translation>命令没有单词，或者单词太多。</translation>
    </message>
    <message>
        <source>%4 to %5 words are allowed.</source>
        <translation>允许 %4 到 %5 个单词。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has braces that belong to no known placeholder.</source>
        <translation>“%1”中的花括号不是已知的占位符。</translation>
    </message>
    <message>
        <source>Known placeholders: %3.</source>
        <translation>可用的占位符：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a key of semaphores.</source>
        <translation>“%1”不能作为信号量的键。</translation>
    </message>
    <message>
        <source>A quoted number from &quot;%4&quot; to &quot;%5&quot; is allowed.</source>
        <translation>允许 &quot;%4&quot; 到 &quot;%5&quot; 之间带引号的数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the value of the inserted line.</source>
        <translation>“%1”不能作为插入行的值。</translation>
    </message>
    <message>
        <source>Quotes, &quot;;&quot;, &quot;#&quot;, &quot;\&quot; and placeholders other than {root} are not allowed.</source>
        <translation>不允许引号、“;”、“#”、“\”，以及 {root} 以外的占位符。</translation>
    </message>
    <message>
        <source>The word &quot;%1&quot; stands twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each word may stand once.</source>
        <translation>每个词只能出现一次。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; stands twice.</source>
        <translation>文件夹“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each folder may stand once.</source>
        <translation>每个文件夹只能出现一次。</translation>
    </message>
    <message>
        <source>The slot &quot;%1&quot; stands twice.</source>
        <translation>槽位“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each slot needs an id of its own.</source>
        <translation>每个槽位都要有自己的标识。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; stands twice.</source>
        <translation>文件“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each file needs a place of its own.</source>
        <translation>每个文件都要有自己的位置。</translation>
    </message>
    <message>
        <source>The config key &quot;%1&quot; stands twice.</source>
        <translation>配置键“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Each key of the config may stand once.</source>
        <translation>配置中的每个键只能出现一次。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; stands in %6 too.</source>
        <translation>标识“%1”也出现在 %6 中。</translation>
    </message>
    <message>
        <source>Each profile needs an id of its own: change one of them, or remove a file.</source>
        <translation>每个配置档都要有自己的标识：请更改其中一个，或删除一个文件。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is missing in &quot;order&quot; of the section &quot;config&quot;.</source>
        <translation>配置部分“config”的“order”中缺少键“%1”。</translation>
    </message>
    <message>
        <source>Every key that is written must stand there.</source>
        <translation>要写入的每个键都必须列在那里。</translation>
    </message>
    <message>
        <source>Nothing writes the key &quot;%1&quot;.</source>
        <translation>没有任何部分写入键“%1”。</translation>
    </message>
    <message>
        <source>Only keys that another part of the profile writes may stand in &quot;order&quot;.</source>
        <translation>“order”中只能有配置档其他部分会写入的键。</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; begins with &quot;#&quot;, which this format does not have.</source>
        <translation>键“%1”以“#”开头，此格式不支持。</translation>
    </message>
    <message>
        <source>The config must be of one of these formats: %3.</source>
        <translation>配置必须是以下格式之一：%3。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not possible in this format.</source>
        <translation>此格式不能使用“%2”。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is not possible here.</source>
        <translation>此处不能使用“%2”。</translation>
    </message>
    <message>
        <source>The config must be managed and of the format %3.</source>
        <translation>配置必须是 managed，并且格式为 %3。</translation>
    </message>
    <message>
        <source>Two slots of one kind are in the trust &quot;%1&quot;.</source>
        <translation>信任组“%1”中有两个同类的槽位。</translation>
    </message>
    <message>
        <source>A trust has at most one slot of each kind.</source>
        <translation>每个信任组中每类槽位最多一个。</translation>
    </message>
    <message>
        <source>There is not exactly one slot for the certificate and one for its key.</source>
        <translation>证书和它的私钥没有各占且仅占一个槽位。</translation>
    </message>
    <message>
        <source>One slot of the kind certificate and one of the kind key are needed.</source>
        <translation>需要一个证书（certificate）槽位和一个私钥（key）槽位。</translation>
    </message>
    <message>
        <source>The trust &quot;%1&quot; has no slot for a CA.</source>
        <translation>信任组“%1”没有 CA 的槽位。</translation>
    </message>
    <message>
        <source>Every trust needs a slot of the kind ca.</source>
        <translation>每个信任组都需要一个 ca 类槽位。</translation>
    </message>
    <message>
        <source>The certificate and its key are in different trusts.</source>
        <translation>证书和它的私钥不在同一个信任组中。</translation>
    </message>
    <message>
        <source>Both slots must name the same trust.</source>
        <translation>两个槽位必须写同一个信任组。</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1 The parser says: %2</source>
        <translation>%1解析器的原文：%2</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>make folder</source>
        <translation>建文件夹</translation>
    </message>
    <message>
        <source>set mode</source>
        <translation>设权限</translation>
    </message>
    <message>
        <source>new %1</source>
        <translation>新 %1</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>the sealed passphrase opens</source>
        <translation>密封的口令可以打开</translation>
    </message>
    <message>
        <source>the passphrase opens the key</source>
        <translation>口令可以打开私钥</translation>
    </message>
    <message>
        <source>key, certificate, CA and revocation list load for TLS</source>
        <translation>私钥、证书、CA 和吊销列表可为 TLS 加载</translation>
    </message>
    <message>
        <source>a client that trusts the CA accepts the server</source>
        <translation>信任该 CA 的客户端接受服务器</translation>
    </message>
    <message>
        <source>a client without a certificate is refused</source>
        <translation>没有证书的客户端被拒绝</translation>
    </message>
    <message>
        <source>a client with an unknown certificate is refused</source>
        <translation>持有未知证书的客户端被拒绝</translation>
    </message>
    <message>
        <source>the revocation list is in effect and does not list the server</source>
        <translation>吊销列表已生效，且未列出服务器</translation>
    </message>
    <message>
        <source>folder of the service</source>
        <translation>服务的文件夹</translation>
    </message>
    <message>
        <source>config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>key store</source>
        <translation>密钥库</translation>
    </message>
    <message>
        <source>key store, standby copy</source>
        <translation>密钥库（备用副本）</translation>
    </message>
    <message>
        <source>backup of the key</source>
        <translation>私钥备份</translation>
    </message>
    <message>
        <source>hash of the key</source>
        <translation>私钥哈希</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Changes in %1</source>
        <translation>%1 中的改动</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>没有需要改动的内容。</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>The proof failed; everything is as it was.</source>
        <translation>验证失败；一切保持原样。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Restart the service now, so that it reads the new files.</source>
        <translation>请现在重启服务，使其读取新文件。</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n file(s) written.</source>
        <translation>
            <numerusform>完成：已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>leftover copy</source>
        <translation>残留副本</translation>
    </message>
    <message>
        <source>The proof does not succeed in this state; it stays as you wanted it.</source>
        <translation>此状态未通过验证；已按您的要求保留。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Changed in one step: %1</source>
        <translation>一步整体切换：%1</translation>
    </message>
    <message>
        <source>A running service that was started with a revocation list takes the new one up by itself; otherwise restart it.</source>
        <translation>如果服务启动时已配置吊销列表，运行中的服务会自动使用新列表；否则请重启服务。</translation>
    </message>
    <message>
        <source>server block that takes the config in</source>
        <translation>载入该配置的 server 块</translation>
    </message>
    <message>
        <source>The running service has taken over what was installed.</source>
        <translation>正在运行的服务已启用新安装的内容。</translation>
    </message>
    <message>
        <source>set access</source>
        <translation>设访问权限</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>everything is in order</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source># Practice with Certwright</source>
        <translation># 用证书匠练习</translation>
    </message>
    <message>
        <source>Nothing in this folder is used by a real service: try whatever you like.</source>
        <translation>本文件夹中的内容不被任何真实服务使用：请随意尝试。</translation>
    </message>
    <message>
        <source>Service folders:</source>
        <translation>服务文件夹：</translation>
    </message>
    <message>
        <source>Sets of material, and what `check` shows for each:</source>
        <translation>各套材料，以及 `check` 对每套的检查结果：</translation>
    </message>
    <message>
        <source>set</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Try this, in this folder:</source>
        <translation>请在本文件夹中试试：</translation>
    </message>
</context>
<context>
    <name>profiles</name>
    <message>
        <source>the variable %1</source>
        <translation>变量 %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>查找位置</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>--set retention-days=N: %1 to %2, otherwise %3</source>
        <translation>--set retention-days=N：%1 到 %2，默认 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 (for at most %n second(s))</source>
        <translation>
            <numerusform>%1（最多 %n 秒）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in the format %2, made by the import, mode %3</source>
        <translation>%1，格式 %2，由导入创建，权限 %3</translation>
    </message>
    <message>
        <source>%1 in the format %2, which must be there</source>
        <translation>%1，格式 %2，必须已经存在</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>%1 (where the key is absent)</source>
        <translation>%1（仅当没有该键时）</translation>
    </message>
    <message>
        <source>Inserts</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>%1 %2; into a block %3 of %4</source>
        <translation>%1 %2；插入 %4 中的 %3 块</translation>
    </message>
    <message>
        <source>Sealed passphrase</source>
        <translation>密封的口令</translation>
    </message>
    <message>
        <source>Passphrase through the pipe</source>
        <translation>通过管道传递的口令</translation>
    </message>
    <message>
        <source>Key stores</source>
        <translation>密钥库</translation>
    </message>
    <message>
        <source>Copy in the home folder</source>
        <translation>主目录中的副本</translation>
    </message>
    <message>
        <source>The vendor&apos;s library</source>
        <translation>厂商的程序库</translation>
    </message>
    <message>
        <source>Judges the config</source>
        <translation>检查配置</translation>
    </message>
    <message>
        <source>Reloads</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>must show a certificate</source>
        <translation>必须出示证书</translation>
    </message>
    <message>
        <source>need no certificate</source>
        <translation>不需要证书</translation>
    </message>
    <message>
        <source>What an import does:</source>
        <translation>导入会做什么：</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Adapt it to your service, then: certwright-cli profiles check %1</source>
        <translation>请按实际服务修改，然后运行：certwright-cli profiles check %1</translation>
    </message>
    <message>
        <source>%1 (at most %2 s)</source>
        <translation>%1（最多 %2 秒）</translation>
    </message>
    <message>
        <source>Reloads the service</source>
        <translation>重新加载服务</translation>
    </message>
    <message>
        <source>Vendor&apos;s library</source>
        <translation>厂商库</translation>
    </message>
    <message>
        <source>Pipe for the passphrase</source>
        <translation>口令管道</translation>
    </message>
    <message>
        <source>%1 in the format %2, made by the import, access: %3</source>
        <translation>%1，格式 %2，由导入创建，访问权限：%3</translation>
    </message>
</context>
<context>
    <name>record</name>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已新建</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>folder made</source>
        <translation>已建文件夹</translation>
    </message>
    <message>
        <source>mode set</source>
        <translation>已设权限</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Old content</source>
        <translation>旧内容</translation>
    </message>
    <message>
        <source>not kept: it held a key without encryption</source>
        <translation>未保留：其中有未加密的私钥</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Restored state</source>
        <translation>恢复到的状态</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>服务文件夹</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>What was written was read back as the service reads it, and TLS works.</source>
        <translation>写入的内容已按服务的方式读回，TLS 工作正常。</translation>
    </message>
    <message>
        <source>The proof failed; the state was kept all the same.</source>
        <translation>验证未通过；此状态仍按要求保留。</translation>
    </message>
    <message>
        <source>No proof was made.</source>
        <translation>未做验证。</translation>
    </message>
    <message>
        <source>Certificate hand-over record</source>
        <translation>证书交接记录</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Nothing was changed; the state was stored as it was.</source>
        <translation>没有更改任何内容，只按原样保存了当时的状态。</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Findings at that time</source>
        <translation>当时的检查结果</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>CRL update</source>
        <translation>更新吊销列表</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>adoption</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>retention date</source>
        <translation>更改保留期限</translation>
    </message>
    <message>
        <source>new master key</source>
        <translation>更换主密钥</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>proof failed</source>
        <translation>验证未通过</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>the one before %1</source>
        <translation>%1 之前的状态</translation>
    </message>
    <message>
        <source>access set</source>
        <translation>已设访问权限</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问权限</translation>
    </message>
</context>
<context>
    <name>replace</name>
    <message>
        <source>The key stays the same.</source>
        <translation>私钥保持不变。</translation>
    </message>
    <message>
        <source>The key is a new one.</source>
        <translation>私钥是新的。</translation>
    </message>
    <message>
        <source>No whole day is gained.</source>
        <translation>有效期没有延长满一天。</translation>
    </message>
    <message numerus="yes">
        <source>Valid %n day(s) longer than the installed one.</source>
        <translation>
            <numerusform>有效期比已安装的长 %n 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid %n day(s) less than the installed one.</source>
        <translation>
            <numerusform>有效期比已安装的短 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Installed and new</source>
        <translation>已安装与新的</translation>
    </message>
    <message>
        <source>The server certificate and its CA stay the same.</source>
        <translation>服务器证书及其 CA 保持不变。</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>CA</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>The server certificate stays the same.</source>
        <translation>服务器证书保持不变。</translation>
    </message>
    <message>
        <source>Names added: %1</source>
        <translation>新增名称：%1</translation>
    </message>
    <message>
        <source>Names lost: %1</source>
        <translation>失去的名称：%1</translation>
    </message>
    <message>
        <source>--without takes a slot that may be empty and that nothing is given for: %1</source>
        <translation>--without 只接受可以为空且未提供文件的槽位：%1</translation>
    </message>
    <message>
        <source>The installed revocation list does not fit what is new: name the right one with --file %1=PATH, or go on without one with --without %1.</source>
        <translation>已安装的吊销列表与新内容不符：请用 --file %1=路径 指定正确的吊销列表，或用 --without %1 不再使用吊销列表。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Save the reminders</source>
        <translation>保存到期提醒</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
        <source>Findings on a set of certificates</source>
        <translation>证书检查结果</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>服务：%1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Judged: %1</source>
        <translation>检查时间：%1</translation>
    </message>
    <message>
        <source>Save the findings</source>
        <translation>保存检查结果</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the report:</source>
        <translation>报告语言(&amp;G)：</translation>
    </message>
    <message>
        <source>Both, side by side</source>
        <translation>中英对照</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>另存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>Saves the hand-over report for printing.</source>
        <translation>保存可打印的交接报告。</translation>
    </message>
    <message>
        <source>Save as &amp;web page…</source>
        <translation>另存为网页(&amp;W)…</translation>
    </message>
    <message>
        <source>Saves the hand-over report as one HTML file.</source>
        <translation>将交接报告保存为单个 HTML 文件。</translation>
    </message>
    <message>
        <source>Save the hand-over report</source>
        <translation>保存交接报告</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>retention</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1（%2后）</translation>
    </message>
    <message>
        <source>%1 (past)</source>
        <translation>%1（已过）</translation>
    </message>
    <message>
        <source>How long the service keeps its certificates</source>
        <translation>服务保留证书的期限</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保留至</translation>
    </message>
    <message>
        <source>The server certificate ends</source>
        <translation>服务器证书到期</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>May be chosen</source>
        <translation>可选范围</translation>
    </message>
    <message>
        <source>%1 to %2 days from now</source>
        <translation>从现在起 %1 至 %2 天</translation>
    </message>
    <message>
        <source>%1 keeps its certificates for ever; there is no retention date to set.</source>
        <translation>%1 会一直保留证书，没有可设置的保留期限。</translation>
    </message>
    <message>
        <source>--days takes a whole number from %1 to %2.</source>
        <translation>--days 需要 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>--until takes a time like 2027-01-31 or 2027-01-31 08:00:00, in UTC, from %1 to %2.</source>
        <translation>--until 需要形如 2027-01-31 或 2027-01-31 08:00:00 的 UTC 时间，范围为 %1 至 %2。</translation>
    </message>
    <message>
        <source>Give either --days or --until.</source>
        <translation>--days 和 --until 只能给出一个。</translation>
    </message>
</context>
<context>
    <name>scan</name>
    <message>
        <source>Private keys that every user of this computer may open: %1</source>
        <translation>本机任何用户都能打开的私钥：%1</translation>
    </message>
    <message>
        <source>Expired certificates: %1</source>
        <translation>已过期的证书：%1</translation>
    </message>
    <message>
        <source>Revocation lists out of date: %1</source>
        <translation>已过时的吊销列表：%1</translation>
    </message>
    <message>
        <source>Keys that are too weak: %1</source>
        <translation>强度不足的密钥：%1</translation>
    </message>
    <message>
        <source>Signatures with a weak digest: %1</source>
        <translation>使用弱摘要算法的签名：%1</translation>
    </message>
    <message>
        <source>Certificates that expire soon: %1</source>
        <translation>即将过期的证书：%1</translation>
    </message>
    <message>
        <source>Private keys that a group may open: %1</source>
        <translation>同组用户能打开的私钥：%1</translation>
    </message>
    <message>
        <source>Certificates that are not valid yet: %1</source>
        <translation>尚未生效的证书：%1</translation>
    </message>
    <message>
        <source>Private keys with their certificate: %1</source>
        <translation>找到对应证书的私钥：%1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>The same in several files: %1</source>
        <translation>在多个文件中重复出现：%1</translation>
    </message>
    <message>
        <source>Damaged or not understood: %1</source>
        <translation>已损坏或无法识别：%1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Files looked at</source>
        <translation>查看的文件</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Private keys, not encrypted</source>
        <translation>未加密的私钥</translation>
    </message>
    <message>
        <source>Private keys, encrypted</source>
        <translation>已加密的私钥</translation>
    </message>
    <message>
        <source>Revocation lists</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>PKCS#12 containers</source>
        <translation>PKCS#12 容器</translation>
    </message>
    <message>
        <source>Certificate requests</source>
        <translation>证书请求</translation>
    </message>
    <message>
        <source>Keys and key stores of other programs</source>
        <translation>其他程序的密钥和密钥库</translation>
    </message>
    <message>
        <source>Private keys without their certificate</source>
        <translation>未找到对应证书的私钥</translation>
    </message>
    <message>
        <source>Symbolic links, not followed</source>
        <translation>符号链接（未跟随）</translation>
    </message>
    <message>
        <source>Devices and pipes, not opened</source>
        <translation>设备和管道（未打开）</translation>
    </message>
    <message>
        <source>Folders of the system itself, not searched</source>
        <translation>系统自身的文件夹（未搜索）</translation>
    </message>
    <message>
        <source>Folders nested too deeply, not searched</source>
        <translation>嵌套过深的文件夹（未搜索）</translation>
    </message>
    <message>
        <source>Something is expired, weak or exposed; it stands above.</source>
        <translation>发现已过期、强度不足或对他人开放的内容，见上。</translation>
    </message>
    <message>
        <source>Nothing was found that is expired, weak or exposed.</source>
        <translation>未发现已过期、强度不足或对他人开放的内容。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --json names all</source>
        <translation>
            <numerusform>另有 %n 项；用 --json 列出全部</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Files over 10 MiB, not read to their end</source>
        <translation>超过 10 MiB 且未读完的文件</translation>
    </message>
</context>
<context>
    <name>served</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source>asked for; clients without one are let in</source>
        <translation>会要求；没有证书的客户端也允许连接</translation>
    </message>
    <message>
        <source>asked for; whether one is demanded is decided after the handshake</source>
        <translation>会要求；是否必须出示在握手之后才决定</translation>
    </message>
    <message>
        <source>demanded; clients without one are refused</source>
        <translation>必须出示；没有证书的客户端被拒绝</translation>
    </message>
    <message>
        <source>good</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>not known to the CA</source>
        <translation>CA 不知道该证书</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>cannot be read, or is not the CA&apos;s</source>
        <translation>无法读取，或不是该 CA 签发的</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1（有效至 %2）</translation>
    </message>
    <message>
        <source>Certificates, in the order sent</source>
        <translation>证书（按发送顺序）</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>Name asked for</source>
        <translation>请求的名称</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>协商结果</translation>
    </message>
    <message>
        <source>Accepts</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>The given client certificate</source>
        <translation>所给的客户端证书</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Stapled answer (OCSP)</source>
        <translation>附带的 OCSP 应答</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>%1 in %2. %3.</source>
        <translation>%1，位于 %2。%3。</translation>
    </message>
    <message>
        <source>%1 in %2. %3. %4</source>
        <translation>%1，位于 %2。%3。%4</translation>
    </message>
    <message>
        <source>The folder is gone</source>
        <translation>文件夹已不存在</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>No certificates installed</source>
        <translation>尚未安装证书</translation>
    </message>
    <message>
        <source>%1: ended on %2</source>
        <translation>%1：已于 %2 到期</translation>
    </message>
    <message>
        <source>%1: ends on %2</source>
        <translation>%1：将于 %2 到期</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Update CRL…</source>
        <translation>更新吊销列表…</translation>
    </message>
    <message>
        <source>Replace certificate…</source>
        <translation>更换证书…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>恢复以前的状态…</translation>
    </message>
    <message>
        <source>Export dates…</source>
        <translation>导出到期日…</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>Verif&amp;y</source>
        <translation>验证(&amp;Y)</translation>
    </message>
    <message>
        <source>Reads everything as the service does; changes nothing.</source>
        <translation>按服务的方式读取全部内容，不做任何更改。</translation>
    </message>
    <message>
        <source>&amp;Update CRL…</source>
        <translation>更新吊销列表(&amp;U)…</translation>
    </message>
    <message>
        <source>Brings a newer revocation list.</source>
        <translation>换上更新的吊销列表。</translation>
    </message>
    <message>
        <source>&amp;Replace certificate…</source>
        <translation>更换证书(&amp;R)…</translation>
    </message>
    <message>
        <source>Brings a new certificate, key or CA; what you do not bring stays.</source>
        <translation>换上新的证书、私钥或 CA 证书；没有提供的保持不变。</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>更多(&amp;O)</translation>
    </message>
    <message>
        <source>Opens a menu with further actions.</source>
        <translation>打开菜单，查看其他操作。</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Roll bac&amp;k…</source>
        <translation>恢复以前的状态(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Export dates…</source>
        <translation>导出到期日(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>从列表中移除(&amp;M)…</translation>
    </message>
    <message>
        <source>The service in full</source>
        <translation>服务的详细信息</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>When it stops working</source>
        <translation>何时停止工作</translation>
    </message>
    <message>
        <source>Installed certificates</source>
        <translation>已安装的证书</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>主目录</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>服务类型</translation>
    </message>
    <message>
        <source>In the list because</source>
        <translation>列入原因</translation>
    </message>
    <message>
        <source>it was added, or worked on with Certwright</source>
        <translation>曾手动添加，或用证书匠操作过</translation>
    </message>
    <message>
        <source>it is at a usual place of this service</source>
        <translation>位于该服务的常用位置</translation>
    </message>
    <message>
        <source>Config file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Dates exported</source>
        <translation>到期日已导出</translation>
    </message>
    <message>
        <source>The dates are in %1. Open the file with your calendar: it rings 30, 14, 7 and 1 days before each.</source>
        <translation>到期日已保存到 %1。用日历程序打开该文件：每个日期前 30、14、7 和 1 天都会提醒。</translation>
    </message>
    <message>
        <source>The dates could not be exported</source>
        <translation>到期日未能导出</translation>
    </message>
    <message>
        <source>Looking for services…</source>
        <translation>正在查找服务…</translation>
    </message>
    <message>
        <source>No service is known yet</source>
        <translation>还没有已知的服务</translation>
    </message>
    <message>
        <source>Here you see each service with the date on which it stops working, in time to do something about it. Services appear after an import; one that is installed already is added by its folder.</source>
        <translation>这里列出每个服务以及它停止工作的日期，让您及早处理。导入之后服务会自动出现；已经装好的服务可以通过添加文件夹列入。</translation>
    </message>
    <message>
        <source>&amp;Import certificates…</source>
        <translation>导入证书(&amp;I)…</translation>
    </message>
    <message>
        <source>Starts the wizard.</source>
        <translation>启动向导。</translation>
    </message>
    <message>
        <source>Services on this computer</source>
        <translation>本机上的服务</translation>
    </message>
    <message>
        <source>Worst first. Each bar is the year ahead.</source>
        <translation>最紧急的在最前。每个条形表示今后一年。</translation>
    </message>
    <message>
        <source>The arrow keys choose the service that is shown beside.</source>
        <translation>用方向键选择在旁边显示的服务。</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>Adds the folder of a service that is installed already.</source>
        <translation>添加一个已装好的服务的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder of a service</source>
        <translation>选择服务的文件夹</translation>
    </message>
    <message>
        <source>The folder was not added</source>
        <translation>文件夹未添加</translation>
    </message>
    <message>
        <source>%1 is not the folder of a service. Such a folder holds one of these files: %2. Choose the folder that the service is installed in, not one inside it.</source>
        <translation>%1 不是服务的文件夹。服务的文件夹中有以下文件之一：%2。请选择服务的安装文件夹，而不是其中的子文件夹。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Remove %1 from the list?</source>
        <translation>要把 %1 从列表中移除吗？</translation>
    </message>
    <message>
        <source>Only the entry in this list goes. Nothing in the folder is changed or deleted, and it can be added again.</source>
        <translation>只移除列表中的这一项。文件夹中的内容不会更改或删除，之后也可以重新添加。</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>The entry was not removed</source>
        <translation>该项未能移除</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Not verified yet. “Verify” reads everything as the service does and tries a TLS connection with it; nothing is changed.</source>
        <translation>尚未验证。“验证”会按服务的方式读取全部内容，并用它尝试建立一次 TLS 连接；不做任何更改。</translation>
    </message>
    <message>
        <source>Last verified on %1. Files have changed since.</source>
        <translation>上次验证：%1。此后文件有变化。</translation>
    </message>
    <message>
        <source>Last verified on %1.</source>
        <translation>上次验证：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) must be solved</source>
        <translation>
            <numerusform>有 %n 个问题必须解决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n warning(s) to look at</source>
        <translation>
            <numerusform>可以工作；有 %n 个警告需要查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>What the proof showed</source>
        <translation>验证步骤</translation>
    </message>
    <message>
        <source>Connection: %1, %2</source>
        <translation>连接：%1，%2</translation>
    </message>
</context>
<context>
    <name>starter</name>
    <message>
        <source>A profile says what a service reads, where and how. Check it with: certwright-cli profiles check FILE</source>
        <translation>配置档说明服务读取什么、放在哪里、如何读取。检查方法：certwright-cli profiles check FILE</translation>
    </message>
    <message>
        <source>Lower-case letters, digits and &apos;-&apos;; this is what --service takes.</source>
        <translation>小写字母、数字和 &apos;-&apos;；即 --service 使用的标识。</translation>
    </message>
    <message>
        <source>Shown to people, in both languages.</source>
        <translation>显示给人看的文字，两种语言都要有。</translation>
    </message>
    <message>
        <source>The service&apos;s folder (its root). All paths below are relative to it.</source>
        <translation>服务的文件夹（根文件夹）。下面的路径都相对于它。</translation>
    </message>
    <message>
        <source>An environment variable that names the folder, or &quot;&quot;.</source>
        <translation>指明该文件夹的环境变量，或 &quot;&quot;。</translation>
    </message>
    <message>
        <source>Absolute folders where it is looked for, such as [/opt/my-service].</source>
        <translation>查找它的文件夹，用绝对路径，例如 [/opt/my-service]。</translation>
    </message>
    <message>
        <source>Folders that are made if they are missing, with exactly this mode.</source>
        <translation>缺少时会创建的文件夹，权限与此处完全一致。</translation>
    </message>
    <message>
        <source>The config file that names the certificates.</source>
        <translation>指明证书位置的配置文件。</translation>
    </message>
    <message>
        <source>key-value, yaml, nginx, redis or postgresql</source>
        <translation>key-value、yaml、nginx、redis 或 postgresql</translation>
    </message>
    <message>
        <source>The folder that paths in the config are relative to; &quot;.&quot; is the root.</source>
        <translation>配置中的路径相对于哪个文件夹；&quot;.&quot; 为根文件夹。</translation>
    </message>
    <message>
        <source>Every key that is written, in the order in which missing ones are added.</source>
        <translation>会写入配置的所有键；缺少的键按此顺序添加。</translation>
    </message>
    <message>
        <source>Characters that a path may have (as in [A-Z]; &apos;&apos; is any), and those that no value may have.</source>
        <translation>路径中允许的字符（写法如 [A-Z]，&apos;&apos; 为任意），以及配置的值中不得含有的字符。</translation>
    </message>
    <message>
        <source>What the service can read at most; 0 is no limit.</source>
        <translation>服务最多能读取多少；0 为不限。</translation>
    </message>
    <message>
        <source>One file each: kind is ca, certificate, key or crl; a CA and its CRL share a trust; config-key receives the path.</source>
        <translation>每项一个文件：kind 为 ca、certificate、key 或 crl（证书、吊销列表等）；CA 与它的吊销列表使用相同的 trust；config-key 在配置中存放路径。</translation>
    </message>
    <message>
        <source>The key is installed encrypted; its passphrase stands here, sealed.</source>
        <translation>私钥以加密形式安装；它的口令密封后存放在这里。</translation>
    </message>
    <message>
        <source>The two copies of the key that the passphrase is sealed with.</source>
        <translation>用来密封口令的密钥，存放两份。</translation>
    </message>
    <message>
        <source>Programs of the service, as lists of words, never a shell&apos;s line: verify judges the config, reload takes it over.</source>
        <translation>服务自己的程序，写成单词的列表，绝不是 shell 的命令行：verify 检查配置，reload 使配置生效。</translation>
    </message>
    <message>
        <source>What certificates must be like; days are whole days.</source>
        <translation>对证书的要求；天数为整天。</translation>
    </message>
    <message>
        <source>Whether clients must show a certificate.</source>
        <translation>客户端是否必须出示证书。</translation>
    </message>
    <message>
        <source>Whether the service compares the common name, which clients do not.</source>
        <translation>服务是否比较通用名称；客户端不比较。</translation>
    </message>
    <message>
        <source>Copied from the profile %1; change titles and places to those of your service.</source>
        <translation>复制自配置档 %1；请把标题和位置改为实际服务的内容。</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Reading the files</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Opening what is encrypted</source>
        <translation>打开加密内容</translation>
    </message>
    <message>
        <source>Checking everything together</source>
        <translation>综合检查</translation>
    </message>
    <message>
        <source>Working out what changes</source>
        <translation>计算需要更改的内容</translation>
    </message>
    <message>
        <source>Writing the new files beside the old ones</source>
        <translation>在旧文件旁写入新文件</translation>
    </message>
    <message>
        <source>Noting down how to undo it</source>
        <translation>记录撤销方法</translation>
    </message>
    <message>
        <source>Putting the new files in place</source>
        <translation>将新文件放到位</translation>
    </message>
    <message>
        <source>Proving it with a TLS handshake</source>
        <translation>通过 TLS 握手验证</translation>
    </message>
    <message>
        <source>Putting the old state back</source>
        <translation>恢复原来的状态</translation>
    </message>
    <message>
        <source>Storing the record</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Waiting for the random source of the vendor&apos;s library</source>
        <translation>正在等待厂商的库所用的随机源</translation>
    </message>
    <message>
        <source>Asking the service itself</source>
        <translation>正在询问服务本身</translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>e-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>directory name</source>
        <translation>目录名</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>digital signature</source>
        <translation>数字签名</translation>
    </message>
    <message>
        <source>non-repudiation</source>
        <translation>不可否认</translation>
    </message>
    <message>
        <source>key encipherment</source>
        <translation>密钥加密</translation>
    </message>
    <message>
        <source>data encipherment</source>
        <translation>数据加密</translation>
    </message>
    <message>
        <source>key agreement</source>
        <translation>密钥协商</translation>
    </message>
    <message>
        <source>certificate signing</source>
        <translation>签发证书</translation>
    </message>
    <message>
        <source>revocation list signing</source>
        <translation>签发吊销列表</translation>
    </message>
    <message>
        <source>encipher only</source>
        <translation>仅加密</translation>
    </message>
    <message>
        <source>decipher only</source>
        <translation>仅解密</translation>
    </message>
    <message>
        <source>TLS server</source>
        <translation>TLS 服务器</translation>
    </message>
    <message>
        <source>TLS client</source>
        <translation>TLS 客户端</translation>
    </message>
    <message>
        <source>code signing</source>
        <translation>代码签名</translation>
    </message>
    <message>
        <source>e-mail protection</source>
        <translation>电子邮件保护</translation>
    </message>
    <message>
        <source>time stamping</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>OCSP signing</source>
        <translation>OCSP 签名</translation>
    </message>
    <message>
        <source>any purpose</source>
        <translation>任何用途</translation>
    </message>
</context>
<context>
    <name>validation</name>
    <message>
        <source>Valid.</source>
        <translation>有效。</translation>
    </message>
    <message>
        <source>Not valid.</source>
        <translation>无效。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Details: the other paths</source>
        <translation>详细信息：其他路径</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>the server certificate</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>the intermediate certificate</source>
        <translation>中间证书</translation>
    </message>
    <message>
        <source>the CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>a CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>a private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>a revocation list</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>a certificate request</source>
        <translation>证书请求</translation>
    </message>
    <message>
        <source>a PKCS#12 container</source>
        <translation>PKCS#12 容器</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>迭代 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>the client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>a PKCS#7 container</source>
        <translation>PKCS#7 容器</translation>
    </message>
    <message>
        <source>an encrypted private key</source>
        <translation>加密的私钥</translation>
    </message>
    <message>
        <source>owner only</source>
        <translation>仅所有者</translation>
    </message>
    <message>
        <source>owner only, read-only</source>
        <translation>仅所有者，只读</translation>
    </message>
    <message>
        <source>as its folder allows</source>
        <translation>与所在文件夹相同</translation>
    </message>
    <message>
        <source>as its folder allows, read-only</source>
        <translation>与所在文件夹相同，只读</translation>
    </message>
</context>
<context>
    <name>widget</name>
    <message>
        <source>CA certificate: not among the files</source>
        <translation>CA 证书：不在所选文件中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it is: whose it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Until %1 (%2)</source>
        <translation>有效至 %1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact: its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>The CA is at the root; each certificate is signed by the one above it.</source>
        <translation>CA 位于根部；每张证书都由其上一级签发。</translation>
    </message>
    <message>
        <source>Old</source>
        <comment>content of a file</comment>
        <translation>旧</translation>
    </message>
    <message>
        <source>New</source>
        <comment>content of a file</comment>
        <translation>新</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>Mode %1, owner %2</source>
        <translation>权限 %1，所有者 %2</translation>
    </message>
    <message>
        <source>Lines that stay as they are</source>
        <translation>保持不变的行</translation>
    </message>
    <message>
        <source>Line %1 stays: %2</source>
        <translation>第 %1 行不变：%2</translation>
    </message>
    <message>
        <source>Line %1 is new: %2</source>
        <translation>第 %1 行新增：%2</translation>
    </message>
    <message>
        <source>Line %1 is removed: %2</source>
        <translation>第 %1 行删除：%2</translation>
    </message>
    <message>
        <source>Line %1 was: %2, becomes: %3</source>
        <translation>第 %1 行原为：%2，改为：%3</translation>
    </message>
    <message>
        <source>Old lines on the left, new lines on the right</source>
        <translation>左侧为旧内容，右侧为新内容</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>severity, finding, next step</comment>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Delete everything</source>
        <translation>全部删除(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <comment>on a time line</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a span of time</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <comment>what ends, its name, date, days left</comment>
        <translation>%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>What ends, earliest first</source>
        <translation>各项到期日期，最早的在前</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Access: %1; owner %2</source>
        <translation>访问权限：%1；所有者 %2</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Certwright help</source>
        <translation>证书匠帮助</translation>
    </message>
    <message>
        <source>No practice folder</source>
        <translation>未能创建练习文件夹</translation>
    </message>
    <message>
        <source>Certwright</source>
        <translation>证书匠</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import certificates…</source>
        <translation>导入证书(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <comment>a place of the window</comment>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Services</source>
        <comment>a place of the window</comment>
        <translation>服务(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <comment>a place of the window</comment>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Certwright</source>
        <translation>关于证书匠(&amp;A)</translation>
    </message>
    <message>
        <source>About Certwright</source>
        <translation>关于证书匠</translation>
    </message>
    <message>
        <source>Import</source>
        <comment>a place of the window</comment>
        <translation>导入</translation>
    </message>
    <message>
        <source>Services</source>
        <comment>a place of the window</comment>
        <translation>服务</translation>
    </message>
    <message>
        <source>History</source>
        <comment>a place of the window</comment>
        <translation>历史</translation>
    </message>
    <message>
        <source>Put certificates into a service.</source>
        <translation>把证书装进服务。</translation>
    </message>
    <message>
        <source>What is installed, and until when.</source>
        <translation>已安装的证书及其到期日期。</translation>
    </message>
    <message>
        <source>What was done, and how to take it back.</source>
        <translation>做过的操作，以及如何恢复。</translation>
    </message>
    <message>
        <source>Certificates in their place, safely</source>
        <translation>让证书安全就位</translation>
    </message>
    <message>
        <source>Certwright checks the files you got from your CA, shows every change before it is made, and puts them into the service. Either everything is in place and the service will start, or nothing has changed.</source>
        <translation>证书匠检查您从 CA 得到的文件，在改动之前逐项展示，然后把它们装进服务。要么全部就位、服务能够启动，要么什么都没有改变。</translation>
    </message>
    <message>
        <source>Starts the wizard.</source>
        <translation>启动导入向导。</translation>
    </message>
    <message>
        <source>&amp;Try it on a practice service</source>
        <translation>用练习服务试一试(&amp;T)</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Puts certificates into on-prem services, safely: either everything is in place and the service will start, or nothing has changed.</source>
        <translation>安全地把证书装进本地部署的服务：要么全部就位、服务能够启动，要么什么都没有改变。</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. Made with Qt %1, which is used under the GNU LGPL version 3.</source>
        <translation>自由软件，采用 Apache License 2.0 许可。使用 Qt %1 构建，Qt 依据 GNU LGPL 第 3 版使用。</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>to the help page before</comment>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <comment>to the next help page</comment>
        <translation>前进</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题列表</translation>
    </message>
    <message>
        <source>%1 – Certwright</source>
        <translation>%1 – 证书匠</translation>
    </message>
    <message>
        <source>The import is being stopped</source>
        <translation>正在停止导入</translation>
    </message>
    <message>
        <source>The window closes as soon as everything is as it was.</source>
        <translation>一切恢复原样后，窗口将自动关闭。</translation>
    </message>
    <message>
        <source>Places of the window</source>
        <translation>窗口的各个位置</translation>
    </message>
    <message>
        <source>See: certwright --help</source>
        <translation>参见：certwright --help</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Import into this service: streamserver, aoi, or one of your own</source>
        <translation>导入此服务：streamserver、aoi 或您自己定义的服务</translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The service&apos;s folder</source>
        <translation>服务文件夹</translation>
    </message>
    <message>
        <source>Import into a practice service in this folder, which is made if it is missing</source>
        <translation>导入此文件夹中的练习服务；文件夹不存在时会新建</translation>
    </message>
    <message>
        <source>Language of the window: en or zh</source>
        <translation>窗口的语言：en 或 zh</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>显示此帮助并退出</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>显示版本并退出</translation>
    </message>
    <message>
        <source>Opens the window that puts certificates into services. Without arguments: its start page.</source>
        <translation>打开把证书装进服务的窗口。不带参数时显示开始页面。</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files and folders from your CA</source>
        <translation>从 CA 得到的文件和文件夹</translation>
    </message>
    <message>
        <source>[FILES…]</source>
        <translation>[文件…]</translation>
    </message>
    <message>
        <source>--lang takes en or zh.</source>
        <translation>--lang 只接受 en 或 zh。</translation>
    </message>
    <message>
        <source>--practice brings its own service and files.</source>
        <translation>--practice 自带服务和文件，不能与其他参数同用。</translation>
    </message>
    <message>
        <source>--root needs --service.</source>
        <translation>--root 必须与 --service 一起使用。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Start this in a graphical session, or use certwright-cli, which does the same without a window.</source>
        <translation>没有可以打开窗口的显示器。请在图形会话中启动，或使用 certwright-cli，它不用窗口也能完成同样的工作。</translation>
    </message>
    <message>
        <source>Certwright is open already; its window was brought to the front as it was.</source>
        <translation>证书匠已经打开；其窗口已原样显示到最前。</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>开始页面</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>需要准备什么</translation>
    </message>
    <message>
        <source>The CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>The server certificate</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>Its private key, and the password of the key if it has one</source>
        <translation>对应的私钥；如果私钥有口令，还需要口令</translation>
    </message>
    <message>
        <source>Perhaps a revocation list</source>
        <translation>可能还有吊销列表</translation>
    </message>
    <message>
        <source>Makes the folder %1 with certificates that are good for nothing else. No real service is touched, and the folder can be deleted afterwards.</source>
        <translation>将新建文件夹 %1，其中的证书仅供练习。不会触及任何真实服务，用完后可以删除该文件夹。</translation>
    </message>
    <message>
        <source>It keeps no password, and uses the network only to look at a server that you name.</source>
        <translation>不保存口令；除了查看您指定的服务器，不使用网络。</translation>
    </message>
    <message>
        <source>&amp;Third-party notices</source>
        <translation>第三方声明(&amp;T)</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Certwright is made with these parts. Licences are shown in their own words.</source>
        <translation>证书匠使用了以下组件。许可证按原文显示。</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>wizard</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Choose the files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>输入口令</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Choose the service</source>
        <translation>选择服务</translation>
    </message>
    <message>
        <source>Stop here?</source>
        <translation>到此为止？</translation>
    </message>
    <message>
        <source>Stop and forget what was chosen?</source>
        <translation>停止并放弃已选择的内容？</translation>
    </message>
    <message>
        <source>Nothing has been changed in the service.</source>
        <translation>服务没有任何改动。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Service</source>
        <comment>a step of the wizard</comment>
        <translation>服务</translation>
    </message>
    <message>
        <source>Files</source>
        <comment>a step of the wizard</comment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Password</source>
        <comment>a step of the wizard</comment>
        <translation>口令</translation>
    </message>
    <message>
        <source>Check</source>
        <comment>a step of the wizard</comment>
        <translation>检查</translation>
    </message>
    <message>
        <source>Preview</source>
        <comment>a step of the wizard</comment>
        <translation>预览</translation>
    </message>
    <message>
        <source>Import</source>
        <comment>a step of the wizard</comment>
        <translation>导入</translation>
    </message>
    <message>
        <source>Replace</source>
        <comment>a step of the wizard</comment>
        <translation>更换</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a step of the wizard</comment>
        <translation>更新</translation>
    </message>
    <message>
        <source>Restore</source>
        <comment>a step of the wizard</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a step of the wizard</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Goes to the step before; everything chosen stays.</source>
        <translation>回到上一步，已选择的内容会保留。</translation>
    </message>
    <message>
        <source>Goes to the next step.</source>
        <translation>进入下一步。</translation>
    </message>
    <message>
        <source>Ends the wizard.</source>
        <translation>结束向导。</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>locked with a password (%1)</source>
        <translation>有口令保护（%1）</translation>
    </message>
    <message>
        <source>sorted by its issuer</source>
        <translation>按签发者归类</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>used as: %1</source>
        <translation>用作：%1</translation>
    </message>
    <message>
        <source>opened with its password</source>
        <translation>用口令打开</translation>
    </message>
    <message>
        <source>used for the chain if needed</source>
        <translation>需要时用于证书链</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Revocation list (CRL)</source>
        <translation>吊销列表（CRL）</translation>
    </message>
    <message>
        <source>PKCS#12 container</source>
        <translation>PKCS#12 容器</translation>
    </message>
    <message>
        <source>Certificate request</source>
        <translation>证书请求</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>All of it is done, or nothing changes.</source>
        <translation>要么全部完成，要么毫无更改。</translation>
    </message>
    <message>
        <source>Progress and outcome</source>
        <translation>进度与结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>重试(&amp;G)</translation>
    </message>
    <message>
        <source>Works the changes out anew and carries them out.</source>
        <translation>重新计算更改并执行。</translation>
    </message>
    <message>
        <source>At work…</source>
        <translation>正在进行…</translation>
    </message>
    <message>
        <source>You can cancel at any time: then nothing will have changed.</source>
        <translation>可随时取消：取消后不会留下任何更改。</translation>
    </message>
    <message>
        <source>Still at it: %1</source>
        <translation>仍在进行：%1</translation>
    </message>
    <message>
        <source>The disk, or the computer&apos;s source of randomness, makes it wait. Nothing is lost; you can wait or cancel.</source>
        <translation>正在等待磁盘或计算机的随机数源。不会丢失任何内容；可以等待或取消。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Either nothing will have changed, or it was done already.</source>
        <translation>要么没有任何更改，要么已经全部完成。</translation>
    </message>
    <message>
        <source>The proof failed, so everything was put back as it was.</source>
        <translation>验证失败，已全部恢复原状。</translation>
    </message>
    <message>
        <source>To keep the state that fails its proof, go back to the check and choose so there.</source>
        <translation>如需保留未通过验证的状态，请返回检查页进行选择。</translation>
    </message>
    <message>
        <source>The service is in the state it had before. What failed is told below.</source>
        <translation>服务保持原来的状态。失败原因见下。</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>已停止。没有任何更改。</translation>
    </message>
    <message>
        <source>Go back, try again, or close this.</source>
        <translation>可返回、重试或关闭。</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>from the list of files</comment>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove from the list: %1</source>
        <translation>从列表中移除：%1</translation>
    </message>
    <message>
        <source>What restoring this state would mean.</source>
        <translation>恢复此状态会带来什么。</translation>
    </message>
    <message>
        <source>Everything that was seen in the new lists, worst first.</source>
        <translation>新吊销列表的全部检查结果，最严重的排在最前。</translation>
    </message>
    <message>
        <source>Everything that was seen in the files, worst first.</source>
        <translation>文件的全部检查结果，最严重的排在最前。</translation>
    </message>
    <message>
        <source>The findings were saved.</source>
        <translation>检查结果已保存。</translation>
    </message>
    <message>
        <source>Verdict and findings</source>
        <translation>结论与检查结果</translation>
    </message>
    <message>
        <source>&amp;Keep the restored state even if its proof fails</source>
        <translation>即使验证失败也保留恢复后的状态(&amp;K)</translation>
    </message>
    <message>
        <source>The proof is a TLS handshake with what was written. Without this, a state that fails it is taken back at once.</source>
        <translation>验证即用写入的内容进行 TLS 握手。不勾选时，未通过验证的状态会立即撤销。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Installed and new</source>
        <translation>已安装的与新的</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>证书链</translation>
    </message>
    <message>
        <source>What ends when</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>&amp;Details of each certificate and list</source>
        <translation>各证书和吊销列表的详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save findings…</source>
        <translation>保存检查结果(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves the list of findings as a file to send on.</source>
        <translation>将检查结果保存为文件，便于转发。</translation>
    </message>
    <message>
        <source>A match was found and taken.</source>
        <translation>已找到匹配的文件并采用。</translation>
    </message>
    <message>
        <source>None of the others fits; one has a password of its own.</source>
        <translation>其他文件均不匹配；其中一个需要另外的口令。</translation>
    </message>
    <message>
        <source>None of the other files fits.</source>
        <translation>其他文件均不匹配。</translation>
    </message>
    <message>
        <source>Ask your CA which key this certificate was made for.</source>
        <translation>请向 CA 询问此证书对应哪个私钥。</translation>
    </message>
    <message>
        <source>Let only the owner read it</source>
        <translation>设为仅所有者可读</translation>
    </message>
    <message>
        <source>Look for the match among the other files</source>
        <translation>在其他文件中查找匹配项</translation>
    </message>
    <message>
        <source>Leave out this list</source>
        <translation>不使用此吊销列表</translation>
    </message>
    <message>
        <source>Take the older list after all</source>
        <translation>仍然使用较旧的列表</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>输入口令…</translation>
    </message>
    <message>
        <source>Change the retention time…</source>
        <translation>修改保留期限…</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>Ready to replace</source>
        <translation>可以替换</translation>
    </message>
    <message>
        <source>Ready to update</source>
        <translation>可以更新</translation>
    </message>
    <message>
        <source>Ready to restore</source>
        <translation>可以恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): read before you go on.</source>
        <translation>
            <numerusform>%n 条警告：请阅读后再继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) must be solved first</source>
        <translation>
            <numerusform>须先解决 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需操作</translation>
    </message>
    <message>
        <source>Everything is already as it would be.</source>
        <translation>一切已是目标状态。</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Source files</source>
        <translation>源文件</translation>
    </message>
    <message>
        <source>Re&amp;move the source files…</source>
        <translation>删除源文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Asks once more, then overwrites and removes them.</source>
        <translation>再次确认后覆盖并删除。</translation>
    </message>
    <message>
        <source>What stays, and wh&amp;y</source>
        <translation>保留的文件及原因(&amp;Y)</translation>
    </message>
    <message>
        <source>Looking at the source files</source>
        <translation>检查源文件</translation>
    </message>
    <message>
        <source>Everything in these files is installed now. They are copies that only others could make use of.</source>
        <translation>这些文件的内容均已安装。留下的副本只会被他人利用。</translation>
    </message>
    <message>
        <source>None of the source files can be removed.</source>
        <translation>没有可以删除的源文件。</translation>
    </message>
    <message>
        <source>Remove the source files?</source>
        <translation>删除源文件？</translation>
    </message>
    <message numerus="yes">
        <source>Overwrite and remove %n file(s)? They cannot be had back.</source>
        <translation>
            <numerusform>覆盖并删除 %n 个文件？删除后无法找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <comment>button</comment>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <comment>button</comment>
        <translation>保留(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) overwritten and removed.</source>
        <translation>
            <numerusform>已覆盖并删除 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported. The service can start with it.</source>
        <translation>导入完成。服务可以用它启动。</translation>
    </message>
    <message>
        <source>Replaced. The service can start with it.</source>
        <translation>替换完成。服务可以用它启动。</translation>
    </message>
    <message>
        <source>Updated. The service can work with it.</source>
        <translation>更新完成。服务可以使用新列表。</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>事务编号 %1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Outcome and what to do now</source>
        <translation>结果与后续操作</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>后续操作</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Hand-over report</source>
        <translation>交接报告</translation>
    </message>
    <message>
        <source>What was changed, with fingerprints, dates, findings and proof, for whoever takes the service over. It holds no secret.</source>
        <translation>记录更改内容、指纹、日期、检查结果和验证，供接手服务的人使用。报告不含任何机密。</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>到期提醒</translation>
    </message>
    <message>
        <source>A calendar file with every date on which this service stops working, with alarms 30, 14, 7 and 1 days before.</source>
        <translation>日历文件，包含此服务会停止工作的每个日期，并提前 30、14、7 和 1 天提醒。</translation>
    </message>
    <message>
        <source>Save reminder&amp;s…</source>
        <translation>保存提醒(&amp;S)…</translation>
    </message>
    <message>
        <source>Import &amp;another…</source>
        <translation>继续导入(&amp;A)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored, but its proof does not succeed.</source>
        <translation>已恢复，但未通过验证。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose the new revocation lists</source>
        <translation>选择新的吊销列表</translation>
    </message>
    <message>
        <source>Bring what is new; what you do not bring stays as it is installed.</source>
        <translation>只需提供要更换的文件，未提供的保持现状。</translation>
    </message>
    <message>
        <source>Each list goes to the CA that issued it; all else stays as it is.</source>
        <translation>每个吊销列表归入签发它的 CA，其余一切保持不变。</translation>
    </message>
    <message>
        <source>Each file is recognised by what it holds, not by its name.</source>
        <translation>文件按内容识别，与文件名无关。</translation>
    </message>
    <message>
        <source>Drop the folder or files you got from your CA</source>
        <translation>将 CA 提供的文件夹或文件拖放到此处</translation>
    </message>
    <message>
        <source>Choose fi&amp;les…</source>
        <translation>选择文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Choose f&amp;older…</source>
        <translation>选择文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>What the service needs</source>
        <translation>服务需要的文件</translation>
    </message>
    <message>
        <source>What can be renewed</source>
        <translation>可以更换的文件</translation>
    </message>
    <message>
        <source>What is in the files</source>
        <translation>文件中的内容</translation>
    </message>
    <message>
        <source>To change what something is used for, drag it to its place above, or open the menu of its row.</source>
        <translation>如需改变用途，请将其拖到上方相应位置，或打开该行的菜单。</translation>
    </message>
    <message>
        <source>Also take lists that are older &amp;than the installed one</source>
        <translation>也接受比已安装的更旧的吊销列表(&amp;T)</translation>
    </message>
    <message>
        <source>Use as: %1</source>
        <translation>用作：%1</translation>
    </message>
    <message>
        <source>Leave out: %1</source>
        <translation>不导入：%1</translation>
    </message>
    <message>
        <source>Do not use this file</source>
        <translation>不使用此文件</translation>
    </message>
    <message>
        <source>Reading file %1 of %2…</source>
        <translation>正在读取文件（第 %1 个，共 %2 个）…</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Folders, single files and zip archives, as they are.</source>
        <translation>支持文件夹、单个文件和 zip 压缩包，无需整理。</translation>
    </message>
    <message>
        <source>That is not on this computer.</source>
        <translation>该内容不在本机上。</translation>
    </message>
    <message>
        <source>Save it to a folder first, then drop it from there.</source>
        <translation>请先将其保存到本机文件夹，再从那里拖放。</translation>
    </message>
    <message>
        <source>Still needed: %1</source>
        <translation>还需要：%1</translation>
    </message>
    <message>
        <source>File %1 of %2 is locked with a password.</source>
        <translation>第 %1 个文件（共 %2 个）有口令保护。</translation>
    </message>
    <message>
        <source>The private key is locked. Its password is used now and stored nowhere.</source>
        <translation>私钥有口令保护。口令仅在此时使用，不会保存在任何地方。</translation>
    </message>
    <message>
        <source>&amp;Password of this file</source>
        <translation>此文件的口令(&amp;P)</translation>
    </message>
    <message>
        <source>Password of this file</source>
        <translation>此文件的口令</translation>
    </message>
    <message>
        <source>&amp;Show each character for a second</source>
        <translation>每个字符显示一秒(&amp;S)</translation>
    </message>
    <message>
        <source>Trying the password…</source>
        <translation>正在尝试口令…</translation>
    </message>
    <message>
        <source>%1, locked (%2)</source>
        <comment>kind of file, cipher</comment>
        <translation>%1，已加密（%2）</translation>
    </message>
    <message>
        <source>Already entered; type it again only to change it</source>
        <translation>已输入；仅在需要更改时重新输入</translation>
    </message>
    <message>
        <source>Practice password: %1</source>
        <translation>练习口令：%1</translation>
    </message>
    <message numerus="yes">
        <source>The service accepts passwords of at most %n character(s).</source>
        <translation>
            <numerusform>服务接受的口令最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
    <message>
        <source>An input method is at work; it may keep what is typed. Switch it off here.</source>
        <translation>输入法正在工作，可能会记录输入的内容。请在此处关闭输入法。</translation>
    </message>
    <message numerus="yes">
        <source>Not taken: the password would be longer than %n character(s).</source>
        <translation>
            <numerusform>未接受：口令将超过 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken: the text has line breaks or other control characters in it.</source>
        <translation>未接受：文本中有换行或其他控制字符。</translation>
    </message>
    <message>
        <source>Not taken: the clipboard holds no text.</source>
        <translation>未接受：剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>A password cannot be copied from here.</source>
        <translation>不能从此处复制口令。</translation>
    </message>
    <message>
        <source>The password is wrong (attempt %1).</source>
        <translation>口令错误（第 %1 次尝试）。</translation>
    </message>
    <message>
        <source>Watch the keyboard layout and Caps Lock, and try again. Capital and small letters differ.</source>
        <translation>请检查键盘布局和大写锁定后重试。口令区分大小写。</translation>
    </message>
    <message>
        <source>The config has %1 lines; the service reads at most %2.</source>
        <translation>配置共 %1 行；服务最多读取 %2 行。</translation>
    </message>
    <message>
        <source>The service deletes its certificates after %1.</source>
        <translation>服务将在 %1 之后删除其证书。</translation>
    </message>
    <message>
        <source>No file changes in %1.</source>
        <translation>%1 中没有文件会更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will change in %1.</source>
        <translation>
            <numerusform>%1 中将有 %n 个文件更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Until the last step every change can be undone: all of it is done, or none of it.</source>
        <translation>在最后一步之前，所有更改都可撤销：要么全部完成，要么毫无更改。</translation>
    </message>
    <message>
        <source>The present state is kept in the history and can be restored at any time.</source>
        <translation>当前状态会保存在历史记录中，可随时恢复。</translation>
    </message>
    <message>
        <source>A copy of the encrypted key is kept at %1.</source>
        <translation>加密私钥的副本保存在 %1。</translation>
    </message>
    <message>
        <source>The old content of %1 is not kept: it is a key without encryption.</source>
        <translation>%1 的旧内容不会保留：它是未加密的私钥。</translation>
    </message>
    <message>
        <source>The folder %1 has the mode %2.</source>
        <translation>文件夹 %1 的权限为 %2。</translation>
    </message>
    <message>
        <source>Certificates, key and lists have the mode %1 and belong to the owner of the service.</source>
        <translation>证书、私钥和吊销列表的权限为 %1，归服务的所有者所有。</translation>
    </message>
    <message>
        <source>The private key is encrypted; its passphrase stands in the config in sealed form (%1).</source>
        <translation>私钥已加密；其口令以密封形式存放在配置中（%1）。</translation>
    </message>
    <message>
        <source>Clients must show a certificate of their own (mutual TLS).</source>
        <translation>客户端必须出示自己的证书（双向 TLS）。</translation>
    </message>
    <message>
        <source>This is what will change. Nothing has been written yet.</source>
        <translation>以下内容将被更改。目前尚未写入任何内容。</translation>
    </message>
    <message>
        <source>C&amp;opied</source>
        <translation>已复制(&amp;O)</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将要更改的内容</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Config, before and after</source>
        <translation>配置（更改前后）</translation>
    </message>
    <message>
        <source>How it is done, and what is kept</source>
        <translation>更改方式与保留内容</translation>
    </message>
    <message>
        <source>What will hold for the service afterwards</source>
        <translation>更改后服务满足的规则</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>等效命令行</translation>
    </message>
    <message>
        <source>One line that does the same; it asks for passwords itself.</source>
        <translation>这一行命令的作用相同；口令由命令自行询问。</translation>
    </message>
    <message>
        <source>Command line that does the same</source>
        <translation>等效命令行</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copies the command line to the clipboard.</source>
        <translation>将命令行复制到剪贴板。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <comment>button</comment>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <comment>button</comment>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <comment>button</comment>
        <translation>更新(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <comment>button</comment>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>This cannot be done yet.</source>
        <translation>暂时无法执行。</translation>
    </message>
    <message>
        <source>Nothing has been written. Solve what blocks, then go on.</source>
        <translation>尚未写入任何内容。请先解决阻止项，再继续。</translation>
    </message>
    <message>
        <source>The present state is kept and can be restored.</source>
        <translation>当前状态会保留，可以恢复。</translation>
    </message>
    <message>
        <source>&amp;Days until the service deletes its certificates</source>
        <translation>保留期限：多少天后由服务删除其证书(&amp;D)</translation>
    </message>
    <message>
        <source>Days until the service deletes its certificates</source>
        <translation>保留期限：多少天后由服务删除其证书</translation>
    </message>
    <message>
        <source>That is on %1.</source>
        <translation>即 %1。</translation>
    </message>
    <message>
        <source>The service deletes its certificates before the certificate expires on %1.</source>
        <translation>证书将于 %1 到期，服务在此之前就会删除其证书。</translation>
    </message>
    <message numerus="yes">
        <source>With %n day(s) it keeps them long enough.</source>
        <translation>
            <numerusform>保留 %n 天即可覆盖证书的有效期。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note the date; more days are not possible.</source>
        <translation>天数已达上限，请记下该日期。</translation>
    </message>
    <message>
        <source>The certificate expires first, on %1.</source>
        <translation>证书先到期，到期日为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>The date above is %n day(s) later; the certificate decides.</source>
        <translation>
            <numerusform>上述日期比证书到期晚 %n 天，以证书到期日为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which service on this computer is to get certificates?</source>
        <translation>要为本机上的哪个服务导入证书？</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>浏览(&amp;W)…</translation>
    </message>
    <message>
        <source>Chooses the folder of the service.</source>
        <translation>选择该服务所在的文件夹。</translation>
    </message>
    <message>
        <source>Folder of the service</source>
        <translation>服务所在的文件夹</translation>
    </message>
    <message>
        <source>Give the whole path of the folder, from the top.</source>
        <translation>请填写文件夹的完整路径。</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>该文件夹不存在。</translation>
    </message>
    <message>
        <source>This is not a folder.</source>
        <translation>这不是文件夹。</translation>
    </message>
    <message>
        <source>This folder has no %1, so it is not the folder of this service.</source>
        <translation>该文件夹中没有 %1，不是此服务的文件夹。</translation>
    </message>
    <message>
        <source>You may not read this folder, or %1 in it. Start Certwright as its owner.</source>
        <translation>您无权读取该文件夹或其中的 %1。请以其所有者的身份运行证书匠。</translation>
    </message>
    <message>
        <source>Found on this computer: %1 is there.</source>
        <translation>已在本机上找到：其中有 %1。</translation>
    </message>
    <message>
        <source>This is a folder of the service: %1 is there.</source>
        <translation>这是该服务的文件夹：其中有 %1。</translation>
    </message>
    <message>
        <source>Choose the folder in which the service is installed.</source>
        <translation>请选择服务的安装文件夹。</translation>
    </message>
    <message>
        <source>Which file for: %1</source>
        <translation>选择用于“%1”的文件</translation>
    </message>
    <message>
        <source>Let what is installed decide</source>
        <translation>由已安装的内容决定</translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a file for: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>forget the chosen file</comment>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget the chosen file for: %1</source>
        <translation>取消选择的文件：%1</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>take an installed file out of the service</comment>
        <translation>移除</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Remove from the service: %1</source>
        <translation>从服务中移除：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>of leaving a file out</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Do not leave out: %1</source>
        <translation>重新导入：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>subjects of certificates</comment>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new; what is installed stays.</source>
        <translation>未更换，保留已安装的文件。</translation>
    </message>
    <message>
        <source>No new list; what is installed stays.</source>
        <translation>没有新列表，保留已安装的列表。</translation>
    </message>
    <message>
        <source>Nothing yet. Drop or choose the file.</source>
        <translation>尚未提供。请拖放或选择文件。</translation>
    </message>
    <message>
        <source>Nothing, which is fine.</source>
        <translation>未提供，可以不提供。</translation>
    </message>
    <message>
        <source>%1 does not fit here: it holds %2. Choose another file.</source>
        <translation>%1 不适用于此处：其中是%2。请选择其他文件。</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Will be taken out of the service.</source>
        <translation>将从服务中移除。</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>不导入。</translation>
    </message>
    <message>
        <source>To be read from %1, which opens with its password.</source>
        <translation>将从 %1 中读取，打开它需要口令。</translation>
    </message>
    <message>
        <source>The newest list that the installed CA issued is taken.</source>
        <translation>将采用由已安装的 CA 签发的最新列表。</translation>
    </message>
    <message>
        <source>Several files fit; what is installed decides, unless you choose.</source>
        <translation>有多个文件适用；您可以选择，否则由已安装的内容决定。</translation>
    </message>
    <message>
        <source>Several files fit. Choose the one that is meant.</source>
        <translation>有多个文件适用，请选择其中一个。</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a step</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>at work</source>
        <comment>state of a step</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of a step</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped here</source>
        <comment>state of a step</comment>
        <translation>停在此处</translation>
    </message>
    <message>
        <source>%1 (several files fit; this one fits best)</source>
        <translation>%1（有多个文件适用，已选出最合适的一个）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) added</source>
        <translation>
            <numerusform>已添加 %n 个文件或文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignored: %n file(s)</source>
        <translation>
            <numerusform>已忽略 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Its own program is run, as the preview showed.</source>
        <translation>正在运行预览中列出的服务自带程序。</translation>
    </message>
    <message>
        <source>Nothing is lost; you can wait or cancel.</source>
        <translation>不会丢失任何内容，可以等待，也可以取消。</translation>
    </message>
    <message>
        <source>The service&apos;s own program has not ended yet. Nothing is lost; you can wait or cancel.</source>
        <translation>服务自带的程序还没有结束。不会丢失任何内容；可以等待，也可以取消。</translation>
    </message>
    <message>
        <source>Have the running service ta&amp;ke it over afterwards</source>
        <translation>完成后让正在运行的服务启用新文件(&amp;K)</translation>
    </message>
    <message>
        <source>After the change, this is run as you, for at most %2 s: %1</source>
        <translation>改动之后，将以您的身份运行以下命令，最多 %2 秒：%1</translation>
    </message>
    <message>
        <source>Without this, a running service uses the old files until somebody runs: %1</source>
        <translation>不勾选时，正在运行的服务会继续使用旧文件，直到有人运行：%1</translation>
    </message>
    <message>
        <source>a server block</source>
        <translation>server 块</translation>
    </message>
    <message>
        <source>Once for this service: set up what feeds its pipe whenever it starts or reloads. This prints the systemd unit, and how to use it: %1</source>
        <translation>这个服务只需设置一次：让系统在它启动或重新加载时向管道提供口令。以下命令显示 systemd 单元及其用法：%1</translation>
    </message>
    <message>
        <source>The key&apos;s passphrase is sealed by Certwright&apos;s built-in vault; the service reads it from the pipe %1.</source>
        <translation>私钥的口令由证书匠的内置保险库密封；服务从管道 %1 读取口令。</translation>
    </message>
    <message>
        <source>What is run</source>
        <translation>将要运行的命令</translation>
    </message>
    <message>
        <source>Who seals the key&apos;s passphrase</source>
        <translation>由谁密封私钥口令</translation>
    </message>
    <message>
        <source>The vendor&apos;s &amp;key library</source>
        <translation>厂商的密钥管理库(&amp;K)</translation>
    </message>
    <message>
        <source>The service reads the passphrase by itself. The library is %1.</source>
        <translation>服务自行读取口令。该库位于 %1。</translation>
    </message>
    <message>
        <source>Certwright&apos;s b&amp;uilt-in vault</source>
        <translation>证书匠的内置保险库(&amp;U)</translation>
    </message>
    <message>
        <source>The service cannot read the passphrase; it is started through certwright-cli unlock.</source>
        <translation>服务无法自行读取口令，需要通过 certwright-cli unlock 启动。</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>without ssl</source>
        <translation>没有 ssl</translation>
    </message>
    <message>
        <source>uses it already</source>
        <translation>已在使用</translation>
    </message>
    <message>
        <source>Answers to: %1.</source>
        <translation>对应的名称：%1。</translation>
    </message>
    <message>
        <source>This block takes the TLS settings in already.</source>
        <translation>这个块已经载入 TLS 设置。</translation>
    </message>
    <message>
        <source>One line that takes the TLS settings in is added to this block; all else in the file stays as it is.</source>
        <translation>会在这个块中加入一行，用来载入 TLS 设置；文件的其余内容保持不变。</translation>
    </message>
    <message>
        <source>Which server block uses the certificate</source>
        <translation>由哪个 server 块使用证书</translation>
    </message>
    <message>
        <source>Choose a server block…</source>
        <translation>选择 server 块…</translation>
    </message>
    <message>
        <source>Choose the block whose names clients call.</source>
        <translation>请选择客户端所访问的名称对应的块。</translation>
    </message>
    <message>
        <source>Choose another server block…</source>
        <translation>选择另一个 server 块…</translation>
    </message>
    <message>
        <source>S&amp;een at (HOST:PORT)</source>
        <translation>查看地址 HOST:PORT(&amp;E)</translation>
    </message>
    <message>
        <source>Address where the server is seen (HOST:PORT)</source>
        <translation>查看服务器的地址（HOST:PORT）</translation>
    </message>
    <message>
        <source>Write HOST:PORT, for example server.example.com:443 or [::1]:443; or leave it empty.</source>
        <translation>请写成 HOST:PORT，例如 server.example.com:443、[::1]:443；也可以留空。</translation>
    </message>
    <message>
        <source>This is not where a server can be seen.</source>
        <translation>这不是服务器的地址。</translation>
    </message>
    <message>
        <source>Left empty, it is not looked at which certificate the server shows.</source>
        <translation>留空则不查看服务器出示的是哪张证书。</translation>
    </message>
    <message>
        <source>After the change, the certificate that the server shows there is compared with the installed one.</source>
        <translation>改动之后，会把服务器在此地址出示的证书与已安装的证书进行比较。</translation>
    </message>
    <message>
        <source>The address is that of the server block; change it where clients come in elsewhere.</source>
        <translation>该地址取自所选的 server 块；如果客户端从别处访问，请修改。</translation>
    </message>
    <message>
        <source>Access to the folder %1: %2.</source>
        <translation>文件夹 %1 的访问权限：%2。</translation>
    </message>
    <message>
        <source>Access to certificates, key and lists: %1; they belong to the owner of the service.</source>
        <translation>证书、私钥和吊销列表的访问权限：%1；归服务的所有者所有。</translation>
    </message>
</context>
</TS>
