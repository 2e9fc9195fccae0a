"""Faults of a workbook that validators and readers let pass and Excel stumbles over, or that break our own rules: the standard
library's XML and zip readers only. `faults(path)` gives them as sentences."""

import math
import re
import zipfile
from urllib.parse import unquote
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
TABLE_WORDS = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}table"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

# Excel 2010 without prefixes, and known to LibreOffice.
FUNCTIONS = set("""ABS AND AVERAGE COUNT COUNTA COUNTIF COUNTIFS EXACT HYPERLINK IF INDEX ISNA ISNUMBER MATCH MAX MEDIAN MIN NA NOT OR
    RANK ROUND ROWS SUM SUMIFS SUMPRODUCT""".split())
CELL_LIKE = re.compile(r"^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$")
NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.]{0,127}$")
SHEET_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]{0,30}$")
ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")  # read from left to right; _x005F_ is the underscore itself
MOST_LINKS = 65530
LONGEST_FORMULA = 8192


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def split_cell(cell):
    match = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", cell)
    return int(match.group(2)), column_number(match.group(1))


def without_strings(formula):
    return re.sub(r'"(?:[^"]|"")*"', '""', formula)


class Book:
    """The parts of the archive, parsed, with the sheets in order."""

    def __init__(self, path):
        self.faults = []
        self.parts = {}
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                data = archive.read(info)
                if info.date_time != (1980, 1, 1, 0, 0, 0):
                    self.faults.append(f"{info.filename} has the date {info.date_time}, not the fixed one")
                try:
                    self.parts[info.filename] = ElementTree.fromstring(data)
                except ElementTree.ParseError as error:
                    self.faults.append(f"{info.filename} is not well-formed: {error}")
        self.strings = []
        if "xl/sharedStrings.xml" in self.parts:
            for item in self.parts["xl/sharedStrings.xml"]:
                self.strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))
        self.sheets = []  # (name, part name, root)
        workbook = self.parts.get("xl/workbook.xml")
        if workbook is None:
            return
        targets = self.relations("xl/workbook.xml")
        for sheet in workbook.find(MAIN + "sheets"):
            part = "xl/" + targets[sheet.get(REL + "id")]
            if part in self.parts:
                self.sheets.append((sheet.get("name"), part, self.parts[part]))

    def relations(self, part):
        folder, name = part.rsplit("/", 1)
        root = self.parts.get(f"{folder}/_rels/{name}.rels")
        return {} if root is None else {each.get("Id"): each.get("Target") for each in root.iter(PACKAGE_REL + "Relationship")}

    def related(self, part, kind):
        """Parts of one kind ("tables", "drawings") that belong to `part`."""
        out = []
        for target in self.relations(part).values():
            if f"/{kind}/" in target:
                out.append("xl/" + target.replace("../", ""))
        return out

    def cells(self, sheet):
        """Cells of a sheet by row and column, from 1."""
        if not hasattr(self, "by_place"):
            self.by_place = {}
        if sheet not in self.by_place:
            roots = [root for name, _, root in self.sheets if name == sheet]
            self.by_place[sheet] = {split_cell(cell.get("r")): cell for root in roots for cell in root.iter(MAIN + "c")}
        return self.by_place[sheet]

    def text_of(self, cell):
        if cell.get("t") == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(MAIN + "t"))
        value = cell.find(MAIN + "v")
        if value is None:
            return ""
        return self.strings[int(value.text)] if cell.get("t") == "s" else value.text or ""


def check_cells(book, faults):
    dates = date_styles(book)
    for name, _, root in book.sheets:
        for cell in root.iter(MAIN + "c"):
            where = f"{name}!{cell.get('r')}"
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            if value is not None and cell.get("t") in (None, "n"):
                try:
                    finite = math.isfinite(float(value.text))
                    if cell.get("s") in dates and not 61 <= float(value.text) <= 2958465:
                        faults.append(f"{where} is the date number {value.text}, outside of March 1900 to 9999")
                except (TypeError, ValueError):
                    finite = False
                if not finite:
                    faults.append(f"{where} holds {value.text!r}, no finite number")
            if formula is not None:
                if value is None and cell.get("t") != "str":
                    faults.append(f"{where} has a formula without a result")
                check_formula(book, where, formula.text or "", faults)
    inline = [book.text_of(cell) for _, _, root in book.sheets for cell in root.iter(MAIN + "c") if cell.get("t") == "inlineStr"]
    for index, text in enumerate(book.strings + inline):
        if any(found.group().upper() != "_X005F_" for found in ESCAPE.finditer(text)):
            faults.append(f"string {index} holds an escape that Excel turns into another character: {text[:40]!r}")


def date_styles(book):
    """Numbers of the cell styles that show a date."""
    styles = book.parts.get("xl/styles.xml")
    if styles is None:
        return set()
    codes = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(MAIN + "numFmt")}
    formats = styles.find(MAIN + "cellXfs")
    return {str(index) for index, each in enumerate(formats) if "yy" in codes.get(each.get("numFmtId"), "") or each.get("numFmtId") in ("14", "22")}


TOKEN = re.compile(r"""\s*(?:(?P<string>"(?:[^"]|"")*")|(?P<number>\d+(?:\.\d*)?(?:[Ee][-+]?\d+)?)
                       |(?P<name>[A-Za-z_][\w.]*!?\$?(?:[A-Za-z]+\$?\d+(?::\$?[A-Za-z]+\$?\d+)?)?)(?P<column>\[(?:\[(?:'.|[^\[\]'])*\][:,]?|'.|[^\[\]'])*\])?
                       |(?P<sign><>|<=|>=|[-+*/^&=<>(),%:]))""", re.VERBOSE)


class Parser:
    """Whether a formula is one: operands, operators, brackets and calls, as Excel's grammar has them without unions and arrays."""

    def __init__(self, formula):
        self.tokens, at = [], 0
        while at < len(formula.rstrip()):
            match = TOKEN.match(formula, at)
            if match is None or match.end() == at:
                raise ValueError(f"nothing to read at {formula[at:at + 20]!r}")
            at = match.end()
            kind = "operand" if match["string"] or match["number"] else "name" if match["name"] else match["sign"]
            self.tokens.append((kind, match["column"] is not None))
        self.tokens.append(("end", False))
        self.at = 0

    def take(self, kind):
        if self.tokens[self.at][0] != kind:
            raise ValueError(f"{kind} expected, {self.tokens[self.at][0]} found at token {self.at + 1}")
        self.at += 1

    def whole(self):
        self.expression()
        self.take("end")

    def expression(self):
        self.operand()
        while self.tokens[self.at][0] in (":", "+", "-", "*", "/", "^", "&", "=", "<", ">", "<>", "<=", ">="):
            self.at += 1
            self.operand()

    def operand(self):
        while self.tokens[self.at][0] in ("+", "-"):
            self.at += 1
        kind, is_column = self.tokens[self.at]
        if kind == "(":
            self.at += 1
            self.expression()
            self.take(")")
        elif kind in ("operand", "name"):
            self.at += 1
            if kind == "name" and not is_column and self.tokens[self.at][0] == "(":
                self.arguments()
        else:
            raise ValueError(f"an operand expected, {kind} found at token {self.at + 1}")
        while self.tokens[self.at][0] == "%":
            self.at += 1

    def arguments(self):
        self.take("(")
        if self.tokens[self.at][0] != ")":
            self.expression()
            while self.tokens[self.at][0] == ",":
                self.at += 1
                self.expression()
        self.take(")")


def check_formula(book, where, formula, faults):
    try:
        Parser(formula).whole()
    except ValueError as error:
        faults.append(f"{where} has a formula that does not parse: {error}")
    if len(formula) > LONGEST_FORMULA:
        faults.append(f"{where} has a formula of {len(formula)} characters")
    code = without_strings(formula)
    if "[@" in code:
        faults.append(f"{where} uses the short [@…], which the file format does not know")
    # Column names may hold anything; functions stand outside the brackets.
    outside = re.sub(r"\[(?:\[[^\[\]]*\]|[^\[\]])*\]", "[]", code)
    for function in re.findall(r"([A-Z][A-Z0-9.]*)\(", outside):
        if function not in FUNCTIONS:
            faults.append(f"{where} uses {function}, which is not among the agreed functions")
    for string in re.findall(r'"((?:[^"]|"")*)"', formula):
        if len(string.replace('""', '"')) > 255:
            faults.append(f"{where} has a string of more than 255 characters in its formula")
    for table, inner in re.findall(r"(tbl_\w+)\[((?:\[(?:'.|[^\[\]'])*\][:,]?|'.|[^\[\]'])*)\]", code):
        columns = re.findall(r"\[((?:'.|[^\[\]'])*)\]", inner) or [inner]
        known = book.columns.get(table)
        if known is None:
            faults.append(f"{where} names the table {table}, which does not exist")
            continue
        for column in columns:
            plain = re.sub(r"'(.)", r"\1", column)
            if not column.startswith("#") and plain not in known:
                faults.append(f"{where} names the column {plain!r}, which {table} does not have")


def read_tables(book, faults):
    """Headings of each table; and what is wrong with tables."""
    book.columns = {}
    book.table_names = []
    for name, part, root in book.sheets:
        cells = {cell.get("r"): book.text_of(cell) for cell in root.iter(MAIN + "c")}
        tables = book.related(part, "tables")
        if len(tables) > 1:
            faults.append(f"{name} has {len(tables)} tables, more than one")
        for path in tables:
            table = book.parts[path]
            headings = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
            book.columns[table.get("name")] = headings
            book.table_names.append(table.get("name"))
            (first_row, first_column), (last_row, last_column) = map(split_cell, table.get("ref").split(":"))
            if first_row != 6 or first_column != 1:
                faults.append(f"the table of {name} begins in {table.get('ref')}, not in A6")
            if last_row <= first_row or last_column - first_column + 1 != len(headings):
                faults.append(f"the table of {name} has the range {table.get('ref')} for {len(headings)} columns")
            if len({heading.lower() for heading in headings}) != len(headings):
                faults.append(f"{name} has a heading twice")
            words = next(table.iter(TABLE_WORDS), None)
            if words is None or not words.get("altText") or not words.get("altTextSummary"):
                faults.append(f"{name} has a table without alternative text")
            for index, heading in enumerate(headings):
                letters = ""
                number = index + 1
                while number:
                    number, rest = divmod(number - 1, 26)
                    letters = chr(65 + rest) + letters
                if not heading or len(heading) > 255 or cells.get(f"{letters}6") != heading:
                    faults.append(f"heading {letters}6 of {name} is {cells.get(letters + '6')!r}, its table says {heading!r}")


def check_names(book, faults):
    seen = {}
    names = list(book.table_names)
    sheets = [name for name, _, _ in book.sheets]
    defined = book.parts["xl/workbook.xml"].find(MAIN + "definedNames")
    for each in defined if defined is not None else []:
        if each.get("name").startswith("_xlnm."):
            continue
        names.append(each.get("name"))
        match = re.fullmatch(r"(\w+)!\$[A-Z]+\$\d+", each.text or "")
        if match is None or match.group(1) not in sheets:
            faults.append(f"the name {each.get('name')} stands for {each.text!r}, no cell of a sheet")
    for name in names:
        if not NAME.match(name) or CELL_LIKE.match(name):
            faults.append(f"{name!r} is no valid name")
        if seen.setdefault(name.lower(), name) is not name:
            faults.append(f"the name {name!r} is defined twice")
    for name in sheets:
        if not SHEET_NAME.match(name) or CELL_LIKE.match(name) or name.lower() == "history":
            faults.append(f"{name!r} is no valid name of a sheet")
    if len({name.lower() for name in sheets}) != len(sheets):
        faults.append("two sheets have one name")


def check_sheets(book, faults):
    sheets = {name for name, _, _ in book.sheets}
    for name, part, root in book.sheets:
        if root.find(MAIN + "mergeCells") is not None:
            faults.append(f"{name} has merged cells")
        links = list(root.iter(MAIN + "hyperlink"))
        if len(links) > MOST_LINKS:
            faults.append(f"{name} has {len(links)} links")
        targets = book.relations(part)
        for link in links:
            location, outside = link.get("location"), targets.get(link.get(REL + "id"))
            if outside is not None and not re.match(r"(https?://|mailto:)", outside):
                faults.append(f"{name}!{link.get('ref')} links to {outside!r}")
            if outside is None and (location is None or unquote(location).split("!")[0] not in sheets):
                faults.append(f"{name}!{link.get('ref')} links to {location!r}, which does not exist")
        for path in book.related(part, "drawings"):
            for properties in book.parts[path].iter(DRAWING + "cNvPr"):
                if not properties.get("descr"):
                    faults.append(f"a drawing of {name} has no alternative text")
            for chart in book.related(path, "charts"):
                check_chart(book, name, chart, sheets, faults)


def wrapped_styles(book):
    """Numbers of the cell styles whose texts go on in the next line."""
    formats = book.parts["xl/styles.xml"].find(MAIN + "cellXfs")
    return {str(index) for index, each in enumerate(formats) if any(side.get("wrapText") == "1" for side in each.iter(MAIN + "alignment"))}


def check_cut(book, faults):
    """A text that is wider than its column ends at the next filled cell. A character is taken for 0.8 of a digit, so that what is
    found is cut for certain."""
    wrapped = wrapped_styles(book)
    for name, _, root in book.sheets:
        widths = {}
        for column in root.iter(MAIN + "col"):
            for number in range(int(column.get("min")), min(int(column.get("max")), 16384) + 1):
                widths[number] = float(column.get("width"))
        cells = book.cells(name)
        for (row, column), cell in cells.items():
            if row < 7 or cell.get("t") not in ("s", "str") or cell.get("s") in wrapped:
                continue
            text = book.text_of(cell)
            neighbour = cells.get((row, column + 1))
            is_beside = neighbour is not None and neighbour.find(MAIN + "v") is not None
            if is_beside and 0.8 * len(text) > widths.get(column, 8.43):
                faults.append(f"{name}!{cell.get('r')} is cut by the cell beside it: {text[:40]!r}")


def check_chart(book, sheet, part, sheets, faults):
    """Each series has as many cached values as its range has cells; all zeros are a cache that nobody filled."""
    for series in book.parts[part].iter(CHART + "ser"):
        kinds = ("xVal", "yVal") if series.find(CHART + "xVal") is not None else ("cat", "val")
        for kind in kinds:
            reference = series.find(f"{CHART}{kind}/*/{CHART}f")
            cache = [value.text for value in series.findall(f"{CHART}{kind}/*/*/{CHART}pt/{CHART}v")]
            match = re.fullmatch(r"'?(\w+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?", reference.text if reference is not None else "")
            if match is None or match.group(1) not in sheets:
                faults.append(f"a chart of {sheet} takes its {kind} from {reference.text if reference is not None else None!r}")
                continue
            count = series.find(f"{CHART}{kind}/*/*/{CHART}ptCount")
            across = column_number(match.group(4) or match.group(2)) - column_number(match.group(2)) + 1
            down = int(match.group(5) or match.group(3)) - int(match.group(3)) + 1
            if across > 1 and down > 1:
                faults.append(f"a chart of {sheet} takes its {kind} from a block of cells, {reference.text}")
            cells = across * down
            for row in range(int(match.group(3)), int(match.group(3)) + down):
                for column in range(column_number(match.group(2)), column_number(match.group(2)) + across):
                    check_chart_cell(book, sheet, kind, match.group(1), row, column, faults)
            if count is None or int(count.get("val")) != cells:
                faults.append(f"a chart of {sheet} caches {count.get('val') if count is not None else 'no'} points for {cells} cells")
            if kind == "cat" and len(cache) != cells:
                faults.append(f"a chart of {sheet} has {len(cache)} labels for {cells} rows")


def release_faults(path):
    """What the guidance on publishing advises against and the analyst's workbook has."""
    book = Book(path)
    found = []
    for name, part, root in book.sheets:
        if next(root.iter(MAIN + "pane"), None) is not None:
            found.append(f"{name} has frozen panes")
        if root.find(MAIN + "autoFilter") is not None or any(book.parts[table].find(MAIN + "autoFilter") is not None for table in book.related(part, "tables")):
            found.append(f"{name} has filter buttons")
    return found


def check_chart_cell(book, sheet, kind, source, row, column, faults):
    """A chart takes a word for 0, so a value that is missing must be blank."""
    if kind == "cat":
        return
    cell = book.cells(source).get((row, column))
    if cell is None or cell.find(MAIN + "v") is None:
        return
    if cell.get("t") in ("s", "str", "inlineStr") and book.text_of(cell):
        faults.append(f"a chart of {sheet} draws the word {book.text_of(cell)!r} as 0 (row {row}, column {column})")


def faults(path):
    book = Book(path)
    found = book.faults
    if not found:
        read_tables(book, found)
        check_names(book, found)
        check_cells(book, found)
        check_sheets(book, found)
        check_cut(book, found)
    return found
