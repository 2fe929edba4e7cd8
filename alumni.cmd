@echo off
rem The launcher on Windows: find Python 3.11 or newer, then hand over to the file "alumni".
setlocal
set "PYTHONUTF8=1"
set "FOUND="
for %%P in ("py -3" "py -3.13" "py -3.12" "py -3.11" "python" "python3") do (
    if not defined FOUND call :try %%~P
)
if not defined FOUND (
    echo Alumni Sync needs Python 3.11 or newer: install it from https://www.python.org/downloads/ 1>&2
    exit /b 1
)
%FOUND% "%~dp0alumni" %*
exit /b %ERRORLEVEL%

:try
rem "call", because some installations of Python are batch files.
call %* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %ERRORLEVEL% equ 0 set "FOUND=%*"
exit /b 0
