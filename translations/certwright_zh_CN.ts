<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Files and folders that are sorted by what they hold</source>
        <translation>按内容自动归类的文件和文件夹</translation>
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
        <source>Who seals the passphrase: builtin</source>
        <translation>由谁密封口令：builtin</translation>
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
        <source>The key&apos;s passphrase is sealed by Certwright&apos;s built-in vault; the vendor&apos;s service cannot read &quot;%1&quot; by itself.</source>
        <translation>私钥口令由证书匠内置的保险库密封；厂商的服务无法自行读取“%1”。</translation>
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
        <translation>保留期在证书过期 %3后才结束：%1；证书过期时间为 %2。</translation>
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
        <source>Run: chmod %2 %1</source>
        <translation>请运行：chmod %2 %1</translation>
    </message>
    <message>
        <source>%1 belongs to %2; the service folder belongs to %3.</source>
        <translation>%1 属于 %2，而服务文件夹属于 %3。</translation>
    </message>
    <message>
        <source>Run as root: chown %2 %1</source>
        <translation>请以 root 运行：chown %2 %1</translation>
    </message>
    <message>
        <source>The config value &quot;%1&quot; is &quot;%2&quot;; it should be &quot;%3&quot;.</source>
        <translation>配置项“%1”的值是“%2”，应为“%3”。</translation>
    </message>
    <message>
        <source>Import again, or correct the value by hand.</source>
        <translation>请重新导入，或手动更正该值。</translation>
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
        <translation>保留期已于 %1 结束：服务下次启动时会删除证书。</translation>
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
        <source>Previous state</source>
        <translation>先前的状态</translation>
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
</context>
</TS>
