# A monthly audit by the Task Scheduler of Windows. README.md tells how to set it up.
# ตรวจทุกเดือนด้วย Task Scheduler ของ Windows วิธีตั้งค่าอยู่ใน README.md
param(
    [Parameter(Mandatory = $true)] [string] $Url,
    [string] $Folder = (Join-Path $env:USERPROFILE 'oit-audit'),
    [string] $Program = 'oit-audit'
)
$ErrorActionPreference = 'Stop'
$env:PYTHONUTF8 = '1'
try { [Console]::OutputEncoding = [System.Text.Encoding]::UTF8 } catch { }   # so that log.txt can be read

New-Item -ItemType Directory -Force -Path $Folder | Out-Null
$now = Join-Path $Folder (Get-Date -Format 'yyyy-MM-ddTHHmmss')
$last = Join-Path $Folder 'last'   # the last audit that was complete
New-Item -ItemType Directory -Path $now | Out-Null

$words = @('scan', '--save', "$now\snapshot", '--output', "json=$now\audit.json", '--output', "html=$now\audit.html")
if (Test-Path -LiteralPath "$last\snapshot\manifest.json") { $words += @('--previous', "$last\snapshot") }
if ($env:OIT_AUDIT_NOTIFY -and (Test-Path -LiteralPath "$last\audit.json")) {
    $words += @('--compare', "$last\audit.json", '--notify-on', 'change')
}
$words += @('--', $Url)

$ErrorActionPreference = 'Continue'   # what the program says on standard error is no failure
& $Program @words *> "$now\log.txt"
$code = $LASTEXITCODE
if ($code -le 1 -and -not (Test-Path -LiteralPath "$now\audit.json")) { $code = 2 }   # it broke off

if ($code -eq 0 -or $code -eq 1) {
    if (Test-Path -LiteralPath "$last\audit.json") {
        & $Program diff --fail-on regression --output "html=$now\change.html" "$last\audit.json" "$now\audit.json" *>> "$now\log.txt"
        if ($LASTEXITCODE -ne 0) { $code = $LASTEXITCODE }
    }
    $ErrorActionPreference = 'Stop'   # where the copy fails, the last good audit stays
    $next = "$last.next"
    if (Test-Path -LiteralPath $next) { Remove-Item -Recurse -Force -LiteralPath $next }
    New-Item -ItemType Directory -Path $next | Out-Null
    Copy-Item -Recurse -LiteralPath "$now\audit.json", "$now\snapshot" -Destination $next
    if (Test-Path -LiteralPath $last) { Remove-Item -Recurse -Force -LiteralPath $last }
    Move-Item -LiteralPath $next -Destination $last
}
exit $code
