"""Subsets the Noto faces (Debian fonts-noto-core, fonts-noto-extra; SIL OFL 1.1) to Latin, Cyrillic and Armenian. Same bytes each run."""
import pathlib, subprocess, sys
SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto")
FACES = ["NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Italic", "NotoSans-SemiCondensedMedium", "NotoSerif-Medium", "NotoSerif-SemiBold",
    "NotoSerif-Italic", "NotoSerifDisplay-Regular", "NotoSerifDisplay-Medium", "NotoSansArmenian-Regular", "NotoSansArmenian-SemiBold",
    "NotoSerifArmenian-Light", "NotoSerifArmenian-Medium", "NotoSerifArmenian-SemiBold"]
RANGES = "U+0020-007E,U+00A0-024F,U+0259,U+02B9-02BC,U+0300-0310,U+0400-045F,U+0462-0463,U+0472-0475,U+0490-0491,U+04D8-04D9,U+0531-0556,U+0559-058A,U+2010-2026,U+2030,U+2032-2033,U+2039-203A,U+2116,U+2190-2193,U+00B2"
ARROWS = "U+2190-2193"  # which the faces above do not have
for face, ranges in [*((face, RANGES) for face in FACES), ("NotoSansMath-Regular", ARROWS)]:
    subprocess.run([sys.executable, "-m", "fontTools.subset", str(SOURCE / f"{face}.ttf"), f"--unicodes={ranges}", "--no-hinting",
        "--no-recalc-timestamp", f"--output-file={pathlib.Path(__file__).parent / face}.ttf"], check=True)
