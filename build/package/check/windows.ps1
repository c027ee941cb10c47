# What only real Windows can show. It has never run: there was neither Windows nor PowerShell; only its syntax has been
# checked, with another parser. In PowerShell, as an ordinary person, with a reader and an NHI card, in the folder of the
# packages:
#   powershell -ExecutionPolicy Bypass -File windows.ps1 -Msi mhb-card-bridge-VERSION.msi -Site https://passbook.example.tw
# The exit code is the number of failures. ASCII only: Windows PowerShell reads other characters in the system's code page.
param([Parameter(Mandatory)] [string] $Msi, [Parameter(Mandatory)] [string] $Site)
$ErrorActionPreference = 'Stop'
$program = "$env:LOCALAPPDATA\Programs\mhb-card-bridge\mhb-card-bridge.exe"
$failed = 0

function Show([string] $what, [bool] $good) {
  if (-not $good) { $script:failed++ }
  '{0,-60} {1}' -f $what, $(if ($good) { 'ok' } else { 'FAILED' })
}
function Installer([string[]] $arguments) { (Start-Process msiexec.exe -ArgumentList $arguments -Wait -PassThru).ExitCode }
function Answer([string] $origin) { curl.exe -s -o NUL -w '%{http_code}' -H "origin: $origin" http://127.0.0.1:17788/v1/health }
function Wait-Answer([string] $code) {
  foreach ($try in 1..100) { if ((Answer $Site) -eq $code) { return $true }; Start-Sleep -Milliseconds 200 }
  return $false
}

Show 'signature of the installer' ((Get-AuthenticodeSignature $Msi).Status -eq 'Valid')
Show 'installs without an administrator' ((Installer @('/i', "`"$Msi`"", '/qn', "ORIGINS=`"$Site`"")) -eq 0)
Show 'runs after the installation' (Wait-Answer '200')
Show 'refuses another site' ((Answer 'https://evil.example') -eq '403')
Show 'no window of a console' (-not (Get-Process mhb-card-bridge | Where-Object { $_.MainWindowHandle -ne 0 }))
& $program self-test
Show 'self-test' ($LASTEXITCODE -eq 0)
& $program doctor --card
Show 'reader and card' ($LASTEXITCODE -eq 0)
$run = (Get-ItemProperty HKCU:\Software\Microsoft\Windows\CurrentVersion\Run).'mhb-card-bridge'
& $program stop
Start-Process cmd.exe -ArgumentList '/c', "`"$run`"" -WindowStyle Hidden
Show 'the entry of the log-in starts it' (Wait-Answer '200')
Show 'uninstalls' ((Installer @('/x', "`"$Msi`"", '/qn')) -eq 0)
Show 'ends with its removal' (Wait-Answer '000')
Show 'no files are left' (-not (Test-Path (Split-Path $program)))
Show 'no entries are left' (-not (Test-Path HKCU:\Software\mhb-kit) -and
  $null -eq (Get-ItemProperty HKCU:\Software\Microsoft\Windows\CurrentVersion\Run).'mhb-card-bridge')
'By hand: sign out and in again (starts, no console window); update in its window; group policy; HiCOS; SmartScreen.'
exit $failed
