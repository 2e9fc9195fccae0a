"""The release edition has no filter buttons and no frozen panes, and letters of at least 12 points; apart from those it is the
analyst's workbook, part by part."""

import re
import sys
import zipfile

from built_pack import BuiltPack, Checks
from lint_workbook import faults, release_faults

PANE = re.compile(r'<pane [^>]*/>|<selection [^>]*/>')
BUTTONS = re.compile(r'<autoFilter [^>]*/>')


# Sizes of letters, and of the cells and charts' boxes that follow them.
SIZES = re.compile(r'<sz val="[^"]*"/>| (?:sz|width|ht|defaultRowHeight|customHeight|zeroHeight|fitToWidth)="[^"]*"|<(?:xdr:)?(?:row|col|rowOff|colOff)>\d+</(?:xdr:)?(?:row|col|rowOff|colOff)>')
TITLES = re.compile(r'<definedName name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>')


def least_size(parts):
    """Of the letters in cells that are used, and in charts, in points."""
    styles = parts["xl/styles.xml"]
    fonts = [float(size) for size in re.findall(r'<sz val="([\d.]+)"/>', styles.split("<fonts")[1].split("</fonts>")[0])]
    formats = re.findall(r'<xf [^>]*fontId="(\d+)"', styles.split("<cellXfs")[1].split("</cellXfs>")[0])
    used = {int(style) for name, text in parts.items() if name.startswith("xl/worksheets/sheet") for style in re.findall(r'<c r="[A-Z]+\d+" s="(\d+)"', text)}
    sizes = [fonts[int(formats[style])] for style in used]
    return min(sizes + [float(size) / 100 for name, text in parts.items() if name.startswith("xl/charts/") for size in re.findall(r' sz="(\d+)"', text)])


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info).decode("utf-8", "replace") for info in archive.infolist()}


def without(text):
    text = BUTTONS.sub("", PANE.sub("", text))
    text = TITLES.sub("", SIZES.sub("", text))
    # A view without a pane is written as an empty element.
    return re.sub(r"(<sheetView [^>]*[^/])></sheetView>", r"\1/>", text)


def main():
    checks = Checks()
    with BuiltPack() as analyst, BuiltPack("--workbook", "release") as release, BuiltPack("--workbook", "analyst") as named:
        checks.equal(faults(release.xlsx), [], "faults of the release edition")
        checks.equal(release_faults(release.xlsx), [], "what a release must not have")
        found = release_faults(analyst.xlsx)
        for wanted in ("Data has frozen panes", "Figures has frozen panes", "Comparison has frozen panes", "Data has filter buttons", "Figures has filter buttons", "Policy_actions has filter buttons"):
            checks.that(wanted in found, f"the analyst's workbook: {wanted}")
        checks.equal(len(found), 6, "frozen panes and filter buttons of the analyst's workbook")
        checks.equal(named.xlsx.read_bytes(), analyst.xlsx.read_bytes(), "analyst is the default")
        checks.equal(release.csv.read_bytes(), analyst.csv.read_bytes(), "the CSV")
        one, other = parts(analyst.xlsx), parts(release.xlsx)
        checks.equal(list(other), list(one), "names of the parts")
        checks.that(least_size(other) >= 12, f"the release has letters of {least_size(other)} points")
        checks.equal(least_size(one), 9.0, "smallest letters of the analyst's workbook")
        for name, text in one.items():
            if name == "xl/styles.xml":
                continue  # it has the letters; each cell's style has the same number in both
            checks.that(without(other.get(name, "")) == without(text), f"{name} differs in more than buttons and panes")
    return checks.done()


if __name__ == "__main__":
    sys.exit(main())
