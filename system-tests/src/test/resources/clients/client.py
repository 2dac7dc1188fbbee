import requests, sys, time

BASE, TOKEN, FILE, RESULT = sys.argv[1:5]
API = BASE + "/api/v1/ocr/"
H = {"Authorization": "Bearer " + TOKEN}
# Submit
with open(FILE, "rb") as f:
    job = requests.post(API, headers=H, files={"file": f}, data={"tier": "vlm"}).json()
# Poll until done
while job["status"] in ("pending", "processing"):
    time.sleep(2)
    job = requests.get(API + job["uuid"] + "/", headers=H).json()
print(job["markdown"])
# Download as DOCX
r = requests.get(API + job["uuid"] + "/download/", headers=H, params={"format": "docx"})
open(RESULT, "wb").write(r.content)
