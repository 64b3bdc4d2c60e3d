"""spreadsheet-reader.py ORIGINAL FILLED: what an independent reader sees of a filled workbook, as JSON."""

import json
import sys
import zipfile

import openpyxl

original, filled = sys.argv[1:3]


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(path):
    book = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


before, after = parts(original), parts(filled)
cells_before, cells_after = cells(original), cells(filled)
print(
    json.dumps(
        {
            "sameNames": list(before) == list(after),
            "changedParts": sorted(name for name in before if after.get(name) != before[name]),
            "changedCells": {
                place: value for place, value in sorted(cells_after.items()) if cells_before.get(place) != value
            },
            "lostCells": sorted(place for place in cells_before if place not in cells_after),
        }
    )
)
