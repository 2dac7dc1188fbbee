set -e
# 1. Submit
UUID=$(curl -sS -X POST "$1/api/v1/ocr/" -H "Authorization: Bearer $2" -F "file=@$3" -F "tier=vlm" |
  grep -o '"uuid" *: *"[0-9a-f]*"' | head -1 | grep -o '[0-9a-f]\{32\}')
# 2. Poll (use the uuid from step 1)
until curl -sS "$1/api/v1/ocr/$UUID/" -H "Authorization: Bearer $2" | grep -q '"status" *: *"done"'; do sleep 2; done
# 3. Download
curl -sS -L "$1/api/v1/ocr/$UUID/download/?format=md" -H "Authorization: Bearer $2" -o "$4"
cat "$4"
