#!/usr/bin/env python3
"""Draws the pictures of the demo newsroom into resources/demo/pictures: scenes as SVG, made JPEG by Chromium.

    python3 resources/demo/draw-pictures.py [NAME …]

The JPEGs are kept in the repository, so that a build needs no browser; run this again after a change here.
"""
import math
import pathlib
import random
import subprocess
import sys
import tempfile

W, H = 1280, 800
FOLDER = pathlib.Path(__file__).parent / "pictures"


def sky(top, low, sun=None, at=(640, 300), size=60):
    """A sky with its light."""
    svg = (f'<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
           f'<stop offset=".7" stop-color="{low}"/></linearGradient><rect width="{W}" height="{H}" fill="url(#sky)"/>')
    if sun:
        x, y = at
        svg += (f'<radialGradient id="glow"><stop offset="0" stop-color="{sun}"/>'
                f'<stop offset="1" stop-color="{sun}" stop-opacity="0"/></radialGradient>'
                f'<circle cx="{x}" cy="{y}" r="{size * 6}" fill="url(#glow)"/>'
                f'<circle cx="{x}" cy="{y}" r="{size}" fill="{sun}"/>')
    return svg


def ridge(dice, level, height, fill, rough=1.0):
    """A line of hills across the picture, filled to the foot."""
    a, b, c = (dice.uniform(0, 6.28) for _ in range(3))
    points = []
    for x in range(0, W + 16, 16):
        t = x / W
        y = level - height * (.6 * math.sin(3.1 * t + a) + .28 * math.sin(7.7 * t + b)
                              + .12 * rough * math.sin(23 * t + c))
        points.append(f"{x} {y:.0f}")
    return f'<path fill="{fill}" d="M0 {H}L{"L".join(points)}L{W} {H}Z"/>'


def cloud(x, y, scale, fill="#fff", opacity=.75):
    return (f'<g transform="translate({x} {y}) scale({scale})" fill="{fill}" opacity="{opacity}">'
            '<ellipse rx="90" ry="22"/><ellipse cx="-34" cy="-16" rx="42" ry="28"/>'
            '<ellipse cx="26" cy="-24" rx="54" ry="36"/></g>')


def palm(x, y, scale, trunk, leaf, lean=0):
    svg = (f'<g transform="translate({x} {y}) scale({scale})"><path d="M0 0Q{8 + lean} -80 {lean} -170" fill="none" '
           f'stroke="{trunk}" stroke-width="11" stroke-linecap="round"/><g transform="translate({lean} -170)">')
    for i in range(9):
        turn = -200 + i * 27 + lean * .4
        svg += (f'<path transform="rotate({turn:.0f})" fill="{leaf}" d="M0 0Q46 -34 104 10Q52 -10 0 8Z"/>')
    return svg + "</g></g>"


def tree(x, y, scale, leaf, trunk="#5b4630"):
    return (f'<g transform="translate({x} {y}) scale({scale})"><path d="M-7 0L-4 -70H4L7 0Z" fill="{trunk}"/>'
            f'<g fill="{leaf}"><circle cy="-110" r="52"/><circle cx="-38" cy="-86" r="36"/>'
            f'<circle cx="40" cy="-88" r="38"/></g><g fill="#fff" opacity=".10"><circle cx="-14" cy="-126" r="26"/>'
            '</g></g>')


def back(x, y, scale, shirt, hair="#231c1a"):
    """Someone who looks away from us."""
    return (f'<g transform="translate({x} {y}) scale({scale})"><path d="M-36 92Q-36 32 0 30Q36 32 36 92Z" '
            f'fill="{shirt}"/><rect x="-9" y="14" width="18" height="22" fill="#c7966f"/><circle r="22" fill="{hair}"/>'
            '<path d="M-12 -14Q0 -20 12 -12" stroke="#fff" stroke-opacity=".12" stroke-width="4" fill="none"/></g>')


def person(x, y, scale, shirt, hair="#231c1a", skin="#d9a983"):
    return (f'<g transform="translate({x} {y}) scale({scale})"><path d="M-36 92Q-36 32 0 30Q36 32 36 92Z" '
            f'fill="{shirt}"/><circle r="21" fill="{skin}"/>'
            f'<path d="M-22 0Q-22 -27 0 -27Q22 -27 22 0Q12 -13 0 -13Q-12 -13 -22 0Z" fill="{hair}"/></g>')


def star(x, y, r, fill):
    points = []
    for i in range(10):
        radius = r if i % 2 == 0 else r * .382
        angle = -math.pi / 2 + i * math.pi / 5
        points.append(f"{x + radius * math.cos(angle):.1f},{y + radius * math.sin(angle):.1f}")
    return f'<polygon points="{" ".join(points)}" fill="{fill}"/>'


def flag(x, y, scale=1.0):
    """The national flag, its staff at its left."""
    return (f'<g transform="translate({x} {y}) scale({scale})"><rect width="45" height="30" fill="#d3222a"/>'
            f'{star(22.5, 15, 9, "#ffdf2e")}</g>')


def keo(dice, x, y, scale):
    """A young acacia: a slender trunk, a loose crown of long leaves."""
    svg = (f'<g transform="translate({x:.0f} {y:.0f}) scale({scale:.2f})"><path d="M0 0Q-3 -60 1 -128" fill="none" '
           'stroke="#8d7b63" stroke-width="6" stroke-linecap="round"/><path d="M0 -62L-22 -90M0 -74L22 -104" fill="none" '
           'stroke="#8d7b63" stroke-width="3"/>')
    for _ in range(44):
        turn, reach = dice.uniform(0, 6.28), dice.uniform(0, 1) ** .5
        cx, cy = 40 * reach * math.cos(turn), -116 + 44 * reach * math.sin(turn)
        svg += (f'<path transform="translate({cx:.0f} {cy:.0f}) rotate({dice.uniform(-50, 50) + 90 * (cx > 0) - 45:.0f})" '
                f'd="M-17 0Q0 -10 17 2Q0 6 -17 0Z" fill="{dice.choice(["#3f7a43", "#55924c", "#6ba65a", "#2f6a3f"])}"/>')
    return svg + "</g>"


def ripples(dice, top, colour, count=46, opacity=.4):
    svg = ""
    for i in range(count):
        y = top + (H - top) * (i / count) ** 1.25 + 4
        length = dice.uniform(30, 90) * (1 + 2.2 * i / count)
        svg += (f'<path stroke="{colour}" stroke-opacity="{opacity * (1 - .5 * i / count):.2f}" '
                f'stroke-width="{2 + 3 * i / count:.1f}" stroke-linecap="round" d="M{dice.uniform(-40, W):.0f} '
                f'{y:.0f}h{length:.0f}"/>')
    return svg


def hall(dice):
    """A meeting room: a plain panelled wall, flowers, rows of people at tables."""
    svg = f'<rect width="{W}" height="{H}" fill="#ece1cb"/><rect width="{W}" height="60" fill="#d8c7a4"/>'
    svg += f'<rect y="60" width="{W}" height="306" fill="#c79d6b"/>'
    for i in range(32):
        svg += f'<rect x="{i * 40}" y="60" width="40" height="306" fill="{["#c2966399", "#cfa67599"][i % 2]}"/>'
        svg += f'<path d="M{i * 40} 60V366" stroke="#8f6a41" stroke-opacity=".35" stroke-width="2"/>'
    svg += f'<rect y="60" width="{W}" height="10" fill="#a87c4c"/><rect y="350" width="{W}" height="16" fill="#8f6a41"/>'
    for i in range(5):
        svg += f'<rect x="{120 + i * 230}" y="22" width="120" height="14" rx="7" fill="#fff8e4"/>'
    for x in (140, 1100):
        svg += f'<rect x="{x}" y="150" width="54" height="210" rx="6" fill="#c7a97a"/>'
        for i in range(9):
            svg += (f'<circle cx="{x + 27 + dice.uniform(-44, 44):.0f}" cy="{150 + dice.uniform(-60, 18):.0f}" '
                    f'r="{dice.uniform(14, 24):.0f}" fill="{dice.choice(["#3f7043", "#588a4f", "#d6493f", "#f1cd7a"])}"/>')
    return svg


def meeting(dice):
    svg = hall(dice)
    shirts = ["#f4f6f8", "#cddbe6", "#35506a", "#e8e3d8", "#5d7890", "#ffffff", "#b9cbb6"]
    for i in range(5):
        svg += person(480 + i * 80, 372, .95, shirts[(i * 3) % 7])
    svg += '<path d="M420 430H860V486H420Z" fill="#7a4a2c"/><path d="M420 430H860V440H420Z" fill="#93603d"/>'
    for row in range(3):
        y, size, count = 520 + row * 96, 1.15 + row * .24, 10 - row
        for i in range(count):
            x = W * (i + .5) / count + dice.uniform(-8, 8)
            svg += back(round(x), round(y + dice.uniform(-4, 4)), size, shirts[(i * 5 + row * 2) % 7])
    return svg + f'<rect y="770" width="{W}" height="30" fill="#6b4226"/>'


def speaker(dice):
    svg = hall(dice)
    svg += person(640, 385, 2.5, "#f4f6f8")
    svg += ('<path d="M622 470L640 560L658 470L640 490Z" fill="#27415c"/>'
            '<path d="M400 585H880L910 800H370Z" fill="#7a4a2c"/><path d="M400 585H880V606H400Z" fill="#9a6a43"/>')
    svg += '<path d="M470 640H810L826 770H454Z" fill="none" stroke="#9a6a43" stroke-width="6"/>'
    svg += '<path d="M706 585L690 520" stroke="#2a2a2a" stroke-width="7"/><ellipse cx="686" cy="508" rx="11" ry="17" fill="#2a2a2a"/>'
    for i in range(26):
        x = 460 + dice.uniform(-80, 80)
        svg += (f'<circle cx="{x:.0f}" cy="{575 - dice.uniform(0, 60):.0f}" r="{dice.uniform(9, 16):.0f}" '
                f'fill="{dice.choice(["#d6493f", "#f2b84b", "#fff3df", "#588a4f", "#3f7043"])}"/>')
    return svg


def screen(dice):
    """A newsroom desk with the portal on a screen."""
    svg = ('<linearGradient id="room" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f0e6d4"/>'
           f'<stop offset="1" stop-color="#d8c4a0"/></linearGradient><rect width="{W}" height="{H}" fill="url(#room)"/>'
           '<rect x="880" y="70" width="320" height="330" fill="#bfe0ee"/><path d="M880 330Q1000 240 1090 300T1200 280V400H880Z" '
           'fill="#7fae78"/><path d="M1036 70V400M880 235H1200" stroke="#fffaf0" stroke-width="14"/>'
           '<rect x="872" y="62" width="336" height="346" fill="none" stroke="#fffaf0" stroke-width="18"/>'
           '<rect y="610" width="1280" height="190" fill="#8a5a38"/><rect y="610" width="1280" height="14" fill="#a87450"/>'
           '<rect x="240" y="130" width="620" height="400" rx="14" fill="#23262b"/>'
           '<rect x="262" y="152" width="576" height="346" fill="#fffdf8"/>'
           '<path d="M500 530H600L620 616H480Z" fill="#3a3f46"/><rect x="430" y="608" width="240" height="16" rx="8" fill="#2c3036"/>'
           '<rect x="262" y="152" width="576" height="70" fill="#8d121b"/><rect x="262" y="222" width="576" height="5" fill="#c9973f"/>'
           '<circle cx="304" cy="187" r="23" fill="#f1cd7a"/>')
    svg += star(304, 187, 14, "#9c1720")
    svg += ('<rect x="342" y="172" width="150" height="9" fill="#f1cd7a"/><rect x="342" y="190" width="250" height="14" fill="#fff"/>'
            '<rect x="282" y="246" width="250" height="150" fill="#7fae9a"/><path d="M282 396V340Q360 300 430 340T532 330V396Z" fill="#3f7043"/>'
            '<circle cx="470" cy="282" r="20" fill="#ffe9b0"/>')
    for i, width in enumerate((240, 200, 120)):
        svg += f'<rect x="282" y="{410 + i * 24}" width="{width}" height="12" fill="{"#333" if i < 2 else "#b9aa94"}"/>'
    for i in range(5):
        svg += (f'<rect x="560" y="{246 + i * 48}" width="74" height="38" fill="{["#e0b25c", "#6f9cbc", "#86a878", "#c97b63", "#9b8bb0"][i]}"/>'
                f'<rect x="646" y="{250 + i * 48}" width="170" height="9" fill="#444"/><rect x="646" y="{267 + i * 48}" width="120" height="7" fill="#b9aa94"/>')
    svg += ('<rect x="300" y="660" width="430" height="74" rx="10" fill="#e9e4da"/>')
    for row in range(3):
        for i in range(13):
            svg += f'<rect x="{314 + i * 31.5:.0f}" y="{670 + row * 20}" width="26" height="15" rx="3" fill="#b7b0a4"/>'
    svg += ('<ellipse cx="800" cy="700" rx="34" ry="46" fill="#e9e4da"/><path d="M1010 640h86l-9 96h-68z" fill="#fff8ea"/>'
            '<path d="M1096 660q34 4 26 34q-8 24 -34 20" fill="none" stroke="#fff8ea" stroke-width="11"/>'
            '<path d="M90 618L150 618L142 700L98 700Z" fill="#b0603a"/>')
    for i in range(7):
        svg += f'<path transform="translate(120 620) rotate({-70 + i * 23})" d="M0 0Q-18 -70 0 -130Q18 -70 0 0Z" fill="{["#3f7043", "#588a4f"][i % 2]}"/>'
    return svg


def rice(dice):
    svg = sky("#8fc3de", "#fdf0c8", "#fffbe6", (930, 210), 50) + cloud(260, 150, 1.3) + cloud(640, 105, .8, opacity=.6)
    svg += ridge(dice, 360, 70, "#9fb9a6") + ridge(dice, 415, 46, "#7fa184")
    svg += ''.join(tree(x, 470 + dice.uniform(-8, 8), dice.uniform(.5, .8), dice.choice(["#4f7f4b", "#5f8d52"]))
                   for x in range(20, W, 74))
    svg += f'<rect y="462" width="{W}" height="340" fill="#e2b53a"/>'
    for i in range(26):
        y = 470 + (330 * (i / 26) ** 1.5)
        svg += (f'<path fill="none" stroke="{["#cf9f2a", "#f0ca58", "#b98a1f"][i % 3]}" stroke-opacity=".75" '
                f'stroke-width="{2 + i * .8:.1f}" d="M-20 {y:.0f}Q{500 + dice.uniform(-80, 80):.0f} {y - 14 - i:.0f} 1300 {y + dice.uniform(-6, 10):.0f}"/>')
    svg += '<path d="M590 800Q640 600 700 470L716 470Q700 620 800 800Z" fill="#efe3c3"/>'
    for i in range(70):
        x, y = dice.uniform(0, W), 760 + dice.uniform(-30, 50)
        svg += (f'<path d="M{x:.0f} {y + 60:.0f}Q{x + 6:.0f} {y:.0f} {x + 26:.0f} {y - 40:.0f}" stroke="#a87a16" stroke-width="4" fill="none"/>'
                f'<ellipse cx="{x + 30:.0f}" cy="{y - 36:.0f}" rx="6" ry="20" transform="rotate(38 {x + 30:.0f} {y - 36:.0f})" fill="#f4d36a"/>')
    svg += ('<path d="M480 560L1290 505V640L470 640Z" fill="#d9c07a"/>' + ''.join(
        f'<path d="M{520 + i * 34} {572 + dice.uniform(-14, 50):.0f}l6 -14" stroke="#b3924a" stroke-width="4"/>' for i in range(22)))
    # The harvester, cutting towards the left: reel and knife, cabin, grain tank with its pipe, tracks.
    svg += ('<g transform="translate(330 520) scale(1.25)">'
            '<path d="M92 -100L196 -100L214 -20H78Z" fill="#b5302a"/><path d="M92 -100H196L200 -82H88Z" fill="#d1463c"/>'
            '<path d="M176 -96L262 -140L268 -128L186 -82Z" fill="#e0b23a"/><path d="M262 -140l10 24l-12 4z" fill="#b58a22"/>'
            '<path d="M26 -124H92V-36H14Z" fill="#f3f0e6"/><path d="M34 -116H84V-66H24Z" fill="#9cc4d6"/>'
            '<path d="M18 -132H100V-120H18Z" fill="#8d121b"/><circle cx="60" cy="-84" r="13" fill="#c98f6b"/>'
            '<path d="M44 -92Q60 -112 76 -92Z" fill="#ecd9a2"/><path d="M44 -66Q46 -74 60 -74Q74 -74 76 -66Z" fill="#4f6d8f"/>'
            '<path d="M-30 0L40 -40H110L60 6Z" fill="#c23a32"/><path d="M-70 4H4V34H-84Z" fill="#8d121b"/>'
            '<path d="M-96 34H6V42H-104Z" fill="#6d6a66"/>')
    for i in range(6):
        turn = i * math.pi / 3
        svg += (f'<path d="M-62 -14L{-62 + 40 * math.cos(turn):.0f} {-14 + 40 * math.sin(turn):.0f}" stroke="#e0b23a" stroke-width="6"/>'
                f'<circle cx="{-62 + 40 * math.cos(turn):.0f}" cy="{-14 + 40 * math.sin(turn):.0f}" r="6" fill="#f4d36a"/>')
    svg += ('<circle cx="-62" cy="-14" r="40" fill="none" stroke="#c9973f" stroke-width="4"/><circle cx="-62" cy="-14" r="8" fill="#7d0f17"/>'
            '<rect x="22" y="-12" width="196" height="58" rx="29" fill="#2f2a26"/><rect x="32" y="-2" width="176" height="38" rx="19" fill="#55504a"/>'
            + ''.join(f'<circle cx="{56 + i * 32}" cy="17" r="14" fill="#2f2a26"/><circle cx="{56 + i * 32}" cy="17" r="6" fill="#c9c2b4"/>' for i in range(5))
            + '</g>')
    return svg


def school(dice):
    svg = sky("#7fbfe0", "#eef6f2", "#ffffff", (1060, 150), 42) + cloud(300, 130, 1.4, opacity=.9) + cloud(760, 90, 1)
    svg += ''.join(tree(x, 470, dice.uniform(.9, 1.3), dice.choice(["#4f8a4b", "#629a55"])) for x in range(0, W + 1, 118))
    svg += ('<rect x="170" y="270" width="940" height="260" fill="#f4d48e"/><path d="M140 272L640 176L1140 272Z" fill="#b5472f"/>'
            '<rect x="150" y="266" width="980" height="18" fill="#8f3322"/><rect x="170" y="396" width="940" height="14" fill="#fff6e0"/>')
    for floor in range(2):
        for i in range(10):
            x, y = 200 + i * 92, 300 + floor * 126
            if floor == 1 and i in (4, 5):
                continue
            svg += f'<rect x="{x}" y="{y}" width="56" height="76" fill="#5c8ba6" stroke="#fff6e0" stroke-width="7"/><path d="M{x + 28} {y}v76M{x} {y + 38}h56" stroke="#fff6e0" stroke-width="4"/>'
    svg += '<rect x="574" y="420" width="132" height="110" fill="#7a4a2c"/><path d="M640 420V530" stroke="#5b3520" stroke-width="5"/>'
    svg += f'<rect y="528" width="{W}" height="280" fill="#e6d3ae"/><path d="M470 800L590 528H690L810 800Z" fill="#f2e5c8"/>'
    svg += '<path d="M640 640V120" stroke="#8a8f94" stroke-width="8"/><path d="M644 124Q700 104 744 128T836 122V196Q786 214 744 198T644 200Z" fill="#d3222a"/>'
    svg += star(738, 160, 26, "#ffdf4d")
    for row in range(3):
        for i in range(15):
            x = 60 + i * 84 + dice.uniform(-10, 10)
            if 560 < x < 720:
                continue
            svg += person(round(x), 600 + row * 62, .8 + row * .14, "#ffffff")
            svg += f'<path d="M{x - 9:.0f} {622 + row * 62}l9 22l9 -22z" fill="#d3222a"/>'
    return svg


def road(dice):
    svg = sky("#79b4d6", "#f4f1dc", "#fffdf0", (250, 190), 44) + cloud(760, 140, 1.5, opacity=.85) + cloud(1080, 210, .9)
    svg += ridge(dice, 380, 76, "#93b1ac") + ridge(dice, 430, 40, "#6f9a7a")
    svg += f'<rect y="460" width="{W}" height="340" fill="#7fae5c"/>'
    for i in range(12):
        svg += f'<path d="M-20 {470 + i * i * 2.4:.0f}H1300" stroke="#5f9348" stroke-opacity=".6" stroke-width="{2 + i * .9:.1f}"/>'
    svg += '<path d="M430 800L618 458H668L900 800Z" fill="#c9c4ba"/><path d="M650 800L641 458H645L684 800Z" fill="#fbf8f0"/>'
    for side in (-1, 1):
        for i in range(7):
            t = (i / 7) ** 1.7
            x = 643 + side * (40 + 330 * t)
            y = 470 + 300 * t
            s = .25 + t
            for k in range(9):
                svg += f'<circle cx="{x + dice.uniform(-46, 46) * s:.0f}" cy="{y + dice.uniform(-16, 22) * s:.0f}" r="{dice.uniform(7, 13) * s:.1f}" fill="{dice.choice(["#e0457b", "#f2b84b", "#d6493f", "#fff3df", "#3f7043"])}"/>'
            if i % 2 == 0:
                svg += f'<path d="M{x + side * 60 * s:.0f} {y:.0f}v{-210 * s:.0f}q0 {-30 * s:.0f} {-side * 46 * s:.0f} {-30 * s:.0f}" stroke="#56606a" stroke-width="{max(2, 8 * s):.1f}" fill="none"/>'
    for x, s in ((70, 1.2), (190, .8), (1090, .9), (1210, 1.4), (330, .55), (980, .55)):
        svg += tree(x, 480 + 190 * s * .5, s, dice.choice(["#3f7a43", "#4f8a4b"]))
    svg += ('<g transform="translate(790 430)"><path d="M0 60V0L70 -44L140 0V60Z" fill="#f4e3bd"/><path d="M-12 4L70 -52L152 4Z" fill="#b5472f"/><rect x="54" y="18" width="34" height="42" fill="#7a4a2c"/></g>'
            '<g transform="translate(380 440) scale(.8)"><path d="M0 50V0L70 -44L140 0V50Z" fill="#e9f0e6"/><path d="M-12 4L70 -52L152 4Z" fill="#8f4a3a"/></g>')
    return svg


def sea(dice):
    svg = sky("#2f6f9c", "#ffe1b0", "#fff6d8", (900, 330), 56) + cloud(280, 170, 1.3, "#ffe9cf", .8)
    svg += f'<linearGradient id="s2" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6fb0c4"/><stop offset="1" stop-color="#1f5876"/></linearGradient><rect y="396" width="{W}" height="410" fill="url(#s2)"/>'
    svg += '<path d="M850 396h100l80 260h-260z" fill="#fff1c9" opacity=".4"/>' + ripples(dice, 404, "#eaf7f7", 60, .45)
    for x, y, s, hull in ((280, 500, 1.5, "#1f6f8b"), (760, 470, 1.05, "#2d7a4d"), (1080, 560, 1.7, "#b5302a")):
        svg += (f'<g transform="translate({x} {y}) scale({s})"><path d="M-110 0Q0 20 118 -22L92 40H-84Z" fill="{hull}"/><path d="M-110 0Q0 20 118 -22L114 -12Q0 30 -107 10Z" fill="#f7e7c0"/>'
                '<path d="M-60 4V-46H0V6Z" fill="#fdf6e6"/><rect x="-52" y="-38" width="18" height="16" fill="#3d6d86"/><rect x="-26" y="-38" width="18" height="16" fill="#3d6d86"/><path d="M20 2V-96" stroke="#4a3a2c" stroke-width="5"/>'
                f'{flag(22, -98)}</g>')
    svg += '<path d="M0 800V742Q260 690 560 748T1280 730V800Z" fill="#eed9a8"/>'
    svg += palm(110, 800, 1.6, "#5b4630", "#2f6a3f", 26)
    return svg


def lanterns(dice):
    svg = sky("#141b3c", "#57315a", "#fbe7b0", (980, 180), 66)
    for _ in range(70):
        svg += f'<circle cx="{dice.uniform(0, W):.0f}" cy="{dice.uniform(0, 380):.0f}" r="{dice.uniform(1, 2.6):.1f}" fill="#fff" opacity="{dice.uniform(.3, .9):.1f}"/>'
    svg += ridge(dice, 520, 40, "#2b1c3c") + ridge(dice, 580, 26, "#221530")
    for line in range(3):
        y0 = 110 + line * 120
        svg += f'<path d="M-20 {y0}Q640 {y0 + 130} 1300 {y0 - 20}" fill="none" stroke="#3b2a3c" stroke-width="4"/>'
        for i in range(8):
            t = (i + .5) / 8
            x, y = -20 + 1320 * t, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * (y0 + 130) + t * t * (y0 - 20)
            colour = ["#f2593c", "#f6b23c", "#e0457b", "#6fbf73", "#f7d774"][(i + line * 2) % 5]
            s = .8 + line * .25
            svg += (f'<circle cx="{x:.0f}" cy="{y + 52 * s:.0f}" r="{80 * s:.0f}" fill="{colour}" opacity=".16"/>'
                    f'<g transform="translate({x:.0f} {y:.0f}) scale({s:.2f})"><path d="M0 0V18" stroke="#3b2a3c" stroke-width="4"/>')
            svg += (star(0, 54, 42, colour) + star(0, 54, 22, "#fff2c4")) if (i + line) % 3 == 0 else (
                f'<ellipse cy="52" rx="34" ry="36" fill="{colour}"/><ellipse cx="-9" cy="46" rx="9" ry="26" fill="#fff" opacity=".28"/><rect x="-14" y="14" width="28" height="8" fill="#7d4a22"/><rect x="-14" y="84" width="28" height="8" fill="#7d4a22"/><path d="M-7 92v26M0 92v30M7 92v26" stroke="{colour}" stroke-width="3"/>')
            svg += "</g>"
    for row in range(2):
        for i in range(13):
            svg += person(round(40 + i * 100 + dice.uniform(-18, 18)), 640 + row * 70, 1 + row * .25, dice.choice(["#3a2a52", "#46305e", "#2f2247", "#5a3a5e"]), "#150f22", "#8a5f55")
    return svg


def counter(dice):
    """The one-stop office."""
    svg = (f'<rect width="{W}" height="{H}" fill="#eef1ee"/><rect width="{W}" height="130" fill="#9c1720"/><rect y="130" width="{W}" height="7" fill="#c9973f"/>'
           '<rect x="330" y="46" width="620" height="20" rx="4" fill="#f7dd9a"/><rect x="450" y="84" width="380" height="14" rx="4" fill="#f1cd7a"/>')
    shirts = ["#ffffff", "#cfe0ee", "#ffffff", "#e4ecf2"]
    for i in range(4):
        x = 190 + i * 300
        svg += (f'<rect x="{x - 130}" y="180" width="260" height="300" fill="#dfe6e4"/><rect x="{x - 66}" y="160" width="132" height="54" rx="6" fill="#23465e"/>'
                f'<text x="{x}" y="200" font-family="sans-serif" font-size="36" font-weight="700" fill="#f7dd9a" text-anchor="middle">0{i + 1}</text>')
        svg += person(x, 340, 1.5, shirts[i])
        svg += f'<path d="M{x - 12} 388l12 46l12 -46z" fill="#9c1720"/>'
        svg += f'<rect x="{x + 50}" y="380" width="86" height="64" rx="5" fill="#2c3036"/><rect x="{x + 86}" y="444" width="14" height="36" fill="#2c3036"/>'
    svg += f'<rect y="478" width="{W}" height="120" fill="#b98a58"/><rect y="470" width="{W}" height="18" fill="#d9b27e"/>'
    for i in range(4):
        svg += f'<rect x="{60 + i * 300}" y="508" width="260" height="70" rx="4" fill="#a5764a"/>'
    svg += f'<rect y="598" width="{W}" height="210" fill="#d5dad6"/>'
    for i, shirt in enumerate(("#6b8e5a", "#c9784f", "#4f6d8f")):
        svg += back(230 + i * 300, 640, 2, shirt)
    svg += ('<path d="M1120 800L1132 690H1196L1208 800Z" fill="#b0603a"/>')
    for i in range(8):
        svg += f'<path transform="translate(1164 692) rotate({-84 + i * 24})" d="M0 0Q-26 -100 0 -190Q26 -100 0 0Z" fill="{["#3f7043", "#588a4f"][i % 2]}"/>'
    return svg


def forest(dice):
    svg = sky("#a9d3e4", "#f3f6e4", "#fffdf0", (300, 180), 46) + cloud(820, 130, 1.3, opacity=.85)
    for level, fill in ((330, "#a6c3bb"), (400, "#7fab93"), (470, "#5b8f6c")):
        svg += ridge(dice, level, 84, fill)
    svg += ridge(dice, 560, 44, "#477a4e")
    for row in range(5):
        for i in range(16 - row * 2):
            x = (i + .5 * (row % 2)) * W / (15 - row * 2)
            s = .5 + row * .26
            y = 590 + row * 48
            svg += keo(dice, x + dice.uniform(-10, 10), y, s)
    for i in range(5):
        x = 180 + i * 220
        svg += person(x, 650 + (i % 2) * 24, 1.25, ["#d9e3ea", "#e0a24a", "#6f93b5", "#e8e3d8", "#b96a58"][i])
        svg += f'<path d="M{x - 46} {642 + (i % 2) * 24}Q{x - 16} {616 + (i % 2) * 24} {x} {598 + (i % 2) * 24}Q{x + 16} {616 + (i % 2) * 24} {x + 46} {642 + (i % 2) * 24}Z" fill="#ecd9a2"/>'
        svg += f'<path d="M{x + 44} {660 + (i % 2) * 24}V{790}" stroke="#7a4a2c" stroke-width="8"/>'
    return svg


def dike(dice):
    """Before the storm: a dike, sandbags, people at work."""
    svg = sky("#4a5a68", "#b9c2bd")
    for i in range(12):
        svg += cloud(i * 118 + dice.uniform(-40, 40), 90 + dice.uniform(-50, 110), dice.uniform(1.3, 2.4), dice.choice(["#5f6f7c", "#74838d", "#3f4d5a"]), .7)
    svg += ridge(dice, 420, 40, "#7b8d8a")
    svg += f'<rect y="450" width="{W}" height="350" fill="#7d95a0"/>' + ripples(dice, 455, "#d4dfe2", 50, .5)
    svg += '<path d="M0 800V640Q420 560 1280 520V800Z" fill="#7a8a4e"/><path d="M0 640Q420 560 1280 520V548Q420 590 0 672Z" fill="#b8a27a"/>'
    for i in range(26):
        x = 40 + i * 46
        y = 632 - i * 4.2 - (i % 2) * 4
        svg += f'<rect x="{x}" y="{y:.0f}" width="58" height="26" rx="13" fill="{["#d8c49a", "#c9b284", "#e3d2ab"][i % 3]}" stroke="#a68e62" stroke-width="2"/>'
    for i in range(7):
        x, y = 110 + i * 165, 560 - i * 14 + (i % 2) * 16
        svg += person(x, y, 1.15, ["#4f6a3c", "#e07b2c", "#4f6a3c", "#2f5a7c"][i % 4])
        svg += f'<path d="M{x - 26} {y - 6}Q{x} {y - 44} {x + 26} {y - 6}Z" fill="{["#5d7a48", "#f2b84b"][i % 2]}"/>'
    svg += palm(1120, 640, 1.5, "#4b3a2a", "#3b5a3c", 60)
    return svg


def procession(dice):
    """Children with star lanterns before the hamlet's house of culture."""
    svg = sky("#141b3c", "#4a3566", "#fbe7b0", (1040, 130), 54)
    for _ in range(60):
        svg += f'<circle cx="{dice.uniform(0, W):.0f}" cy="{dice.uniform(0, 300):.0f}" r="{dice.uniform(1, 2.4):.1f}" fill="#fff" opacity="{dice.uniform(.3, .9):.1f}"/>'
    svg += ridge(dice, 400, 36, "#2b2347")
    svg += ''.join(tree(x, 500, dice.uniform(1, 1.4), "#22304a", "#1c1b30") for x in (60, 170, 1120, 1230))
    svg += ('<rect x="250" y="300" width="780" height="220" fill="#c79a66"/><path d="M214 306L290 206H990L1066 306Z" fill="#7d3327"/>'
            '<path d="M290 206H990L1000 220H280Z" fill="#9a4535"/><rect x="214" y="300" width="852" height="12" fill="#5f251d"/>')
    for i in range(7):
        x = 262 + i * 121
        svg += f'<rect x="{x}" y="312" width="20" height="208" fill="#e3c08a"/>'
        if i < 6:
            svg += (f'<rect x="{x + 40}" y="350" width="62" height="{170 if i in (2, 3) else 96}" fill="#ffd98a"/>'
                    f'<path d="M{x + 71} 350v{170 if i in (2, 3) else 96}" stroke="#9a6a43" stroke-width="5"/>')
    svg += f'<rect y="516" width="{W}" height="284" fill="#4b3c4e"/><path d="M250 520H1030L1160 800H120Z" fill="#6a5360"/>'
    colours = ["#f2593c", "#f6b23c", "#e0457b", "#6fbf73", "#f7d774"]
    for i in range(8):
        x, y = 130 + i * 140, 560 + (i % 2) * 34
        tip = (x + 44, y - 96)
        colour = colours[i % 5]
        svg += (f'<circle cx="{tip[0]}" cy="{tip[1]}" r="92" fill="{colour}" opacity=".18"/>'
                f'<path d="M{x - 12} {y + 96}V{y + 176}M{x + 14} {y + 96}L{x + 26} {y + 174}" stroke="#2a2338" stroke-width="17" stroke-linecap="round"/>')
        svg += person(x, y, 1.25, ["#e8e3d8", "#d6493f", "#6f93b5", "#f0c15c", "#b9cbb6"][(i * 2) % 5], "#150f22", "#c08a6c")
        svg += (f'<path d="M{x + 26} {y + 84}L{tip[0]} {tip[1]}" stroke="#b98a58" stroke-width="6" stroke-linecap="round"/>'
                f'<circle cx="{tip[0]}" cy="{tip[1]}" r="46" fill="none" stroke="{colour}" stroke-width="4"/>')
        svg += star(tip[0], tip[1], 44, colour) + star(tip[0], tip[1], 23, "#fff2c4")
    return svg


def beach(dice):
    """People who clean a beach."""
    svg = sky("#6fb4d8", "#eef4ea", "#fffdf0", (1040, 130), 44) + cloud(300, 130, 1.3, opacity=.9) + cloud(700, 90, .9)
    svg += ridge(dice, 296, 26, "#8fb0a8")
    svg += f'<linearGradient id="s3" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5aa7bf"/><stop offset="1" stop-color="#9fd3d6"/></linearGradient><rect y="300" width="{W}" height="200" fill="url(#s3)"/>'
    svg += ''.join(f'<path d="M{dice.uniform(0, W):.0f} {y}h{dice.uniform(40, 130):.0f}" stroke="#fff" stroke-opacity=".5" stroke-width="3" stroke-linecap="round"/>' for y in range(312, 440, 6))
    svg += (f'<path d="M0 {H}V470Q320 420 660 462T{W} 440V{H}Z" fill="#fff" opacity=".8"/>'
            f'<path d="M0 {H}V484Q320 434 660 476T{W} 454V{H}Z" fill="#ecd6a2"/><path d="M0 {H}V650Q420 600 {W} 660V{H}Z" fill="#e3c98f"/>')
    for _ in range(26):
        x, y = dice.uniform(20, W - 20), dice.uniform(560, 790)
        svg += dice.choice([f'<rect x="{x:.0f}" y="{y:.0f}" width="26" height="10" rx="4" fill="#8fc1d8" transform="rotate({dice.uniform(-40, 40):.0f} {x:.0f} {y:.0f})"/>',
                            f'<path d="M{x:.0f} {y:.0f}q12 -16 24 -2q8 10 -6 12z" fill="#e8eef0"/>',
                            f'<path d="M{x:.0f} {y:.0f}l34 -6" stroke="#7a5a38" stroke-width="6" stroke-linecap="round"/>'])
    shirts = ["#2f6fb0", "#d6493f", "#4f6a3c", "#2f6fb0", "#e0a24a", "#6f93b5"]
    for i in range(6):
        x, y = 130 + i * 200, 490 + (i % 2) * 70
        turn = [14, -14][i % 2]
        svg += (f'<ellipse cx="{x}" cy="{y + 216}" rx="76" ry="12" fill="#b99a5c" opacity=".5"/>'
                f'<path d="M{x - 18} {y + 108}V{y + 208}M{x + 18} {y + 108}V{y + 208}" stroke="#33415a" stroke-width="24" stroke-linecap="round"/>')
        svg += f'<g transform="rotate({turn} {x} {y + 130})">' + person(x, y, 1.35, shirts[i])
        svg += (f'<path d="M{x - 48} {y - 10}Q{x - 16} {y - 40} {x} {y - 62}Q{x + 16} {y - 40} {x + 48} {y - 10}Z" fill="#ecd9a2"/>' if i % 2 == 0 else
                f'<path d="M{x - 32} {y - 6}Q{x - 32} {y - 44} {x} {y - 44}Q{x + 32} {y - 44} {x + 32} {y - 6}Z" fill="#35506a"/><path d="M{x - 52} {y - 9}h40" stroke="#35506a" stroke-width="8" stroke-linecap="round"/>')
        hand = x + (58 if turn > 0 else -58)
        svg += (f'<path d="M{x + (34 if turn > 0 else -34)} {y + 62}L{hand} {y + 118}" stroke="{shirts[i]}" stroke-width="20" stroke-linecap="round"/>'
                f'<circle cx="{hand}" cy="{y + 122}" r="11" fill="#d9a983"/></g>')
        bag = x + (78 if turn > 0 else -78)
        svg += (f'<path d="M{bag - 30} {y + 214}Q{bag - 40} {y + 150} {bag - 10} {y + 134}H{bag + 10}Q{bag + 40} {y + 150} {bag + 30} {y + 214}Z" '
                f'fill="{["#e9e4da", "#7fa3bd"][i % 2]}"/><path d="M{bag - 12} {y + 142}h24" stroke="#6b6257" stroke-width="5"/>')
    return svg


SCENES = {"phien-hop": meeting, "chu-tri": speaker, "cong-thong-tin": screen, "lua-vang": rice, "ruoc-den": procession,
          "truong-hoc": school, "duong-que": road, "bien": sea, "den-long": lanterns, "mot-cua": counter,
          "rung-trong": forest, "de-bien": dike, "don-bien": beach}


def draw(name, folder):
    scene = SCENES[name](random.Random(name))
    page = pathlib.Path(folder) / f"{name}.html"
    page.write_text('<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;overflow:hidden">'
                    f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}" '
                    f'style="display:block">{scene}</svg>', encoding="utf-8")
    picture = FOLDER / f"{name}.jpg"
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                    "--disable-background-networking", "--hide-scrollbars", f"--window-size={W},{H}",
                    f"--user-data-dir={folder}/profile", f"--screenshot={picture}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"{picture.name}: {picture.stat().st_size // 1024} KB")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for wanted in sys.argv[1:] or SCENES:
            draw(wanted, scratch)
