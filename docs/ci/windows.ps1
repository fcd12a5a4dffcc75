# A monthly audit by the Task Scheduler of Windows. README.md tells how to set it up.
# ตรวจทุกเดือนด้วย Task Scheduler ของ Windows วิธีตั้งค่าอยู่ใน README.md
param(
    [Parameter(Mandatory = $true)] [string] $Url,
    [string] $Folder = (Join-Path $env:USERPROFILE 'oit-audit'),
    [string] $Program = 'oit-audit'
)
$ErrorActionPreference = 'Stop'
$env:PYTHONUTF8 = '1'

New-Item -ItemType Directory -Force -Path $Folder | Out-Null
$now = Join-Path $Folder (Get-Date -Format 'yyyy-MM-ddTHHmmss')
$last = Join-Path $Folder 'last'   # the last audit that was complete
New-Item -ItemType Directory -Path $now | Out-Null

$words = @('scan', '--save', "$now\snapshot", '--output', "json=$now\audit.json", '--output', "html=$now\audit.html")
if (Test-Path "$last\snapshot\manifest.json") { $words += @('--previous', "$last\snapshot") }
if ($env:OIT_AUDIT_NOTIFY -and (Test-Path "$last\audit.json")) {
    $words += @('--compare', "$last\audit.json", '--notify-on', 'change')
}
$words += @('--', $Url)

$ErrorActionPreference = 'Continue'   # what the program says on standard error is no failure
& $Program @words *> "$now\log.txt"
$code = $LASTEXITCODE

if ($code -eq 0 -or $code -eq 1) {
    if (Test-Path "$last\audit.json") {
        & $Program diff --fail-on regression --output "html=$now\change.html" "$last\audit.json" "$now\audit.json" *>> "$now\log.txt"
        if ($LASTEXITCODE -ne 0) { $code = $LASTEXITCODE }
        Remove-Item -Recurse -Force -Path $last
    }
    New-Item -ItemType Directory -Force -Path $last | Out-Null
    Copy-Item -Recurse -Path "$now\audit.json", "$now\snapshot" -Destination $last
}
exit $code
