//! The faces of the art direction: Noto Sans, Serif and Display, each with its Armenian behind it.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

macro_rules! noto {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../assets/fonts/Noto", $name, ".ttf")).as_slice())),*]
    };
}

/// Installs every face.
pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in noto!(
        "Sans-Regular",
        "Sans-SemiBold",
        "Sans-Italic",
        "Sans-SemiCondensedMedium",
        "Serif-Medium",
        "Serif-SemiBold",
        "Serif-Italic",
        "SerifDisplay-Regular",
        "SerifDisplay-Medium",
        "SansArmenian-Regular",
        "SansArmenian-SemiBold",
        "SerifArmenian-Medium",
        "SerifArmenian-SemiBold",
    ) {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        ("regular", "Sans-Regular", "SansArmenian-Regular"),
        ("semibold", "Sans-SemiBold", "SansArmenian-SemiBold"),
        ("italic", "Sans-Italic", "SansArmenian-Regular"),
        ("cond", "Sans-SemiCondensedMedium", "SansArmenian-Regular"),
        ("serif", "Serif-Medium", "SerifArmenian-Medium"),
        ("serif-semibold", "Serif-SemiBold", "SerifArmenian-SemiBold"),
        ("serif-italic", "Serif-Italic", "SerifArmenian-Medium"),
        ("display", "SerifDisplay-Regular", "SerifArmenian-Medium"),
        ("display-medium", "SerifDisplay-Medium", "SerifArmenian-SemiBold"),
    ];
    for (family, first, armenian) in families {
        fonts
            .families
            .insert(FontFamily::Name(family.into()), vec![first.to_owned(), armenian.to_owned(), "Sans-Regular".to_owned()]);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["Sans-Regular".to_owned(), "SansArmenian-Regular".to_owned()]);
    }
    ctx.set_fonts(fonts);
}
