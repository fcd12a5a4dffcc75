#!/usr/bin/env bash
# A monthly audit by plain cron. Put a line like this into `crontab -e` (02:17 on the 3rd of each month):
#
#   17 2 3 * *  OIT_URL=https://www.example.go.th/ /opt/oit-audit/cron.sh
#
# ตรวจทุกเดือนด้วย cron: แต่ละครั้งอยู่ในโฟลเดอร์ชื่อวันที่ และเก็บครั้งที่ตรวจครบล่าสุดไว้เปรียบเทียบ
#
#   OIT_URL            the home page; not needed when OIT_CONFIG says it
#   OIT_CONFIG         a file of settings, such as /opt/oit-audit/oit-audit.toml
#   OIT_HOME           where the audits are kept: ~/oit-audit
#   OIT_PROGRAM        the program: oit-audit
#   OIT_KEEP           how many audits are kept: 24
#   OIT_AUDIT_NOTIFY   who is told, one address a line; keep the crontab to yourself, it holds a password
#
# It ends as the audit does: 0 fine, 1 below a threshold or worse than before, 2 it could not begin,
# 3 incomplete (which takes the place of no good audit), 75 when another one is still at work.
set -euo pipefail
umask 077

home="${OIT_HOME:-$HOME/oit-audit}"
program="${OIT_PROGRAM:-oit-audit}"
keep="${OIT_KEEP:-24}"
case "$keep" in '' | *[!0-9]* | 0) echo "OIT_KEEP is a number above 0" >&2; exit 2 ;; esac
export PYTHONUTF8=1

mkdir -p -- "$home" || exit 2
{ exec 9> "$home/.lock"; } || exit 2
flock -n 9 || { echo "another audit is still at work" >&2; exit 75; }

now="$home/$(date +%Y-%m-%dT%H%M%S)"
last="$home/last" # a link to the last audit that was complete
mkdir -- "$now" || exit 2

words=(scan --save "$now/snapshot" --output "json=$now/audit.json" --output "html=$now/audit.html")
if [ -n "${OIT_CONFIG:-}" ]; then words+=(--config "$OIT_CONFIG"); fi
if [ -f "$last/snapshot/manifest.json" ]; then words+=(--previous "$last/snapshot"); fi
if [ -n "${OIT_AUDIT_NOTIFY:-}" ] && [ -f "$last/audit.json" ]; then
    words+=(--compare "$last/audit.json" --notify-on change)
fi
if [ -n "${OIT_URL:-}" ]; then words+=(-- "$OIT_URL"); fi

code=0
"$program" "${words[@]}" > "$now/log.txt" 2>&1 9>&- || code=$? # the lock is ours alone
if [ "$code" -le 1 ] && [ ! -s "$now/audit.json" ]; then code=2; fi # it broke off

if [ "$code" -eq 0 ] || [ "$code" -eq 1 ]; then
    if [ -f "$last/audit.json" ]; then
        worse=0
        OIT_AUDIT_NOTIFY='' "$program" diff --fail-on regression --output "html=$now/change.html" \
            -- "$last/audit.json" "$now/audit.json" >> "$now/log.txt" 2>&1 9>&- || worse=$?
        if [ "$worse" -ne 0 ]; then code="$worse"; fi
    fi
    ln -sfnT -- "$(basename -- "$now")" "$last"
fi
if [ "$code" -ne 0 ]; then # cron mails what is said here
    echo "oit-audit ended with $code, see $now" >&2
    tail -n 20 -- "$now/log.txt" >&2
fi

# Of the audits, the newest stay, and the last complete one whatever its age.
kept="$(readlink -- "$last" || true)"
find "$home" -mindepth 1 -maxdepth 1 -type d -name '20??-??-??T??????' -printf '%f\n' | sort -r | tail -n "+$((keep + 1))" |
    while IFS= read -r old; do
        if [ "$old" != "$kept" ]; then rm -rf -- "${home:?}/$old"; fi
    done
exit "$code"
