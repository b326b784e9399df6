"""The logical tree written into the file: elements, their marked contents, their links, and the way back."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from care_desktop.report.pdf.tagging import Annotation, Element, MarkedContent, Tree

_OWNERS = {
    "Scope": "Table",
    "ColSpan": "Table",
    "RowSpan": "Table",
    "ListNumbering": "List",
    "BBox": "Layout",
}


def write_tree(pdf: Pdf, tree: Tree) -> None:
    """Write the tree and number the pages and annotations that point back to it."""
    root = tree.close()
    writer = _Writer(pdf)
    top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top.K = Array([writer.element(root, top)])
    numbers: list[Any] = []
    for number, runs in enumerate(tree.pages[: len(pdf.pages)]):
        page = pdf.pages[number]
        page.StructParents = number
        page.Tabs = Name.S
        parents = Array([writer.objects[element] for element in runs])
        numbers += [number, pdf.make_indirect(parents)]
    for number, (annotation, element) in enumerate(writer.links, len(pdf.pages)):
        annotation.StructParent = number
        numbers += [number, element]
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    top.ParentTreeNextKey = len(pdf.pages) + len(writer.links)
    pdf.Root.StructTreeRoot = top


class _Writer:
    """Elements made into objects of the file, each once."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self.objects: dict[Element, Object] = {}
        self.links: list[tuple[Object, Object]] = []

    def element(self, element: Element, parent: Object) -> Object:
        """Write an element and all below it."""
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag.kind}"), P=parent)
        )
        self.objects[element] = made
        tag = element.tag
        for key, text in ((Name.Alt, tag.alt), (Name.ActualText, tag.actual), (Name.Lang, tag.language)):
            if text:
                made[key] = String(text)
        if element.attributes:
            made.A = _attributes(element.attributes)
        pages = [kid.page for kid in element.kids if isinstance(kid, MarkedContent)]
        if pages:
            made.Pg = self._pages[pages[0]]
        kids = [self._kid(kid, element, made) for kid in element.kids]
        if kids:
            made.K = Array(kids)
        return made

    def _kid(self, kid: Element | MarkedContent | Annotation, element: Element, made: Object) -> Object | int:
        if isinstance(kid, Element):
            return self.element(kid, made)
        page = self._pages[kid.page]
        if isinstance(kid, MarkedContent):
            if page.objgen == made.Pg.objgen:
                return kid.number
            return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
        annotation = page.Annots[kid.place]
        annotation.F = 4  # printed
        annotation.Contents = String(" ".join("".join(element.spoken).split()))
        self.links.append((annotation, made))
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


def _attributes(given: dict[str, Any]) -> Array:
    """Write attributes, one object for each owner."""
    owners: dict[str, Dictionary] = {}
    for name, value in given.items():
        owner = owners.setdefault(_OWNERS[name], Dictionary(O=Name(f"/{_OWNERS[name]}")))
        owner[Name(f"/{name}")] = Name(f"/{value}") if isinstance(value, str) else _number(value)
    return Array(list(owners.values()))


def _number(value: Any) -> Any:  # noqa: ANN401
    return Array([round(each, 3) for each in value]) if isinstance(value, list) else value
