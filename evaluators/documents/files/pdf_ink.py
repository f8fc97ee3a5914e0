"""Which words of a PDF page a reader can see: on the page, large enough, and different from what is behind them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from statistics import fmean

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from evaluators.documents.files.pdf_glyphs import Box, Word

LEAST_SIZE = 3.0  # points; smaller letters are not for reading
LEAST_CONTRAST = 24  # of 255, in the strongest colour channel: #e8e8e8 on white is about where reading ends
SCALE = 2.0  # pixels a point: thin letters keep some of their colour
MOST_PIXELS = 6_000_000
HEAVIER = 1.2  # times the ink of the usual font: semibold has about 1.25
SCAN_SHARE = 0.7  # of the page that one picture covers where the page is a scan


@dataclass(frozen=True, slots=True)
class Sorted:
    """The words of a page, apart by whether they can be seen."""

    seen: list[Word]
    hidden: list[Word]
    scan: bool = False  # the words are a layer over a picture of the page


class Ink:
    """A picture of the page, and how much of it differs from its ground."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        width, height = max(self.right - self.left, 1.0), max(self.top - self.bottom, 1.0)
        self.scale = min(SCALE, math.sqrt(MOST_PIXELS / (width * height)))
        bitmap = page.render(scale=self.scale, rotation=(-page.get_rotation()) % 360, may_draw_forms=False)
        self.pixels = bitmap.to_numpy()[:, :, :3].copy()
        bitmap.close()

    def inside(self, box: Box) -> bool:
        """Whether the middle of the box lies on the page."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return bool(self.left <= x <= self.right and self.bottom <= y <= self.top)

    def shows(self, word: Word) -> bool:
        """Whether something of the word's colour stands out from its ground. A white word on white does not, nor one
        that lies under a picture."""
        patch = self._patch(word.box).reshape(-1, 3).astype(np.float32)
        if not patch.size:
            return False
        if word.fill is None:
            return int(np.ptp(patch, axis=0).max()) >= LEAST_CONTRAST
        ground = self._ground(word.box)
        opacity = word.fill[3] / 255
        towards = (np.array(word.fill[2::-1], dtype=np.float32) - ground) * opacity
        if np.abs(towards).max() < LEAST_CONTRAST:
            return False
        length = float(np.linalg.norm(towards))
        return float(((patch - ground) @ (towards / length)).max()) >= max(LEAST_CONTRAST, 0.2 * length)

    def marked(self, box: Box) -> bool:
        """Whether anything stands out within the box."""
        patch = self._patch(box)
        return bool(patch.size) and int(np.ptp(patch, axis=(0, 1)).max()) >= LEAST_CONTRAST

    def stroked(self, box: Box) -> bool:
        """Whether the box holds strokes on an even ground, as letters are and photographs are not."""
        patch = self._patch(box).astype(np.float32)
        if not patch.size:
            return False
        away = np.abs(patch - self._ground(box)).max(axis=2)
        inked = float((away >= LEAST_CONTRAST).mean())
        return 0.05 <= inked <= 0.65 and float((away < LEAST_CONTRAST / 3).mean()) >= 0.3

    def weight(self, box: Box) -> float:
        """How much of the box is ink, 0 to 1, measured by its strongest stroke."""
        patch = self._patch(box).astype(np.float32)
        if not patch.size:
            return 0.0
        away = np.abs(patch - self._ground(box)).max(axis=2)
        strongest = float(np.percentile(away, 99))
        return float(away.mean()) / strongest if strongest >= LEAST_CONTRAST else 0.0

    def _ground(self, box: Box) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        """The colour behind a box: the usual one on a frame just around it."""
        around = self._patch((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1))
        frame = np.concatenate((around[0], around[-1], around[:, 0], around[:, -1]))
        middle: np.ndarray[tuple[int], np.dtype[np.float32]] = np.median(frame, axis=0).astype(np.float32)
        return middle

    def _patch(self, box: Box) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
        height, width = self.pixels.shape[:2]
        x0 = min(max(int((box[0] - self.left) * self.scale), 0), width)
        x1 = min(max(math.ceil((box[2] - self.left) * self.scale), 0), width)
        y0 = min(max(int((self.top - box[3]) * self.scale), 0), height)
        y1 = min(max(math.ceil((self.top - box[1]) * self.scale), 0), height)
        patch: np.ndarray[tuple[int, int, int], np.dtype[np.uint8]] = self.pixels[y0:y1, x0:x1]
        return patch


def sort_words(page: pdfium.PdfPage, words: list[Word], ink: Ink) -> Sorted:
    """Seen and hidden words of a page. A scan's own text layer, which lies unseen over the picture, counts as seen."""
    if words and all(word.invisible for word in words) and _is_scan(page, ink):
        under = [word for word in words if ink.marked(word.box)]
        if len(under) >= 0.8 * len(words):
            return Sorted(under, [word for word in words if not ink.marked(word.box)], scan=True)
    seen = [word for word in words if not word.invisible and not _is_clear(word) and _is_seen(word, ink)]
    shown = {id(word) for word in seen}
    drawn = [replace(word, bold=True) for word in words if _is_clear(word) and _is_drawn(word, seen, ink)]
    shown |= {id(word) for word in words if _is_clear(word) and _is_drawn(word, seen, ink)}
    return Sorted(seen + drawn, [word for word in words if id(word) not in shown])


def _is_clear(word: Word) -> bool:
    return word.fill is not None and word.fill[3] == 0


def _is_drawn(word: Word, seen: list[Word], ink: Ink) -> bool:
    """Browsers print bold letters that a font lacks as shapes, with see-through text over them. Such a word has strokes
    of its own under it, on an even ground, and shares its place with no other."""
    if word.invisible or word.size < LEAST_SIZE or not ink.inside(word.box) or not ink.stroked(word.box):
        return False
    return not any(_overlaps(word.box, other.box) for other in seen)


def _overlaps(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width > 1.0 and height > 0.4 * (one[3] - one[1])


def _is_seen(word: Word, ink: Ink) -> bool:
    if word.size < LEAST_SIZE or not ink.inside(word.box):
        return False
    if ink.shows(word):
        return True
    # Letters whose font did not come with the file may be missing here only; Latin ones have a stand-in.
    return not word.embedded and not word.text.isascii()


def _is_scan(page: pdfium.PdfPage, ink: Ink) -> bool:
    whole = max((ink.right - ink.left) * (ink.top - ink.bottom), 1.0)
    return bool(picture_area(page) / whole >= SCAN_SHARE)


def picture_area(page: pdfium.PdfPage) -> float:
    """Square points that the largest picture of the page covers."""
    largest = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return largest


def with_weights(words: list[Word], ink: Ink) -> list[Word]:
    """The words; those of fonts without a name are bold where such a font's strokes are clearly heavier than usual."""
    found: dict[int, list[tuple[float, int]]] = {}
    for word in words:
        weight = ink.weight(word.box) if word.unnamed and word.turn == 0 else 0.0
        for font in word.unnamed:
            found.setdefault(font, []).append((weight, len(word.text)))
    if len(found) < 2:
        return words
    letters = {font: sum(count for _, count in weights) for font, weights in found.items()}
    means = {font: sum(weight * count for weight, count in found[font]) / letters[font] for font in found}
    usual = means[max(letters, key=lambda font: letters[font])]
    return [
        replace(word, bold=True) if word.unnamed and fmean(means[f] for f in word.unnamed) >= HEAVIER * usual else word
        for word in words
    ]
