//! Installs the scene's typefaces in egui.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use crate::scene::{FILES, Face};

/// Installs every typeface under its name.
pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for file in FILES.iter() {
        fonts.font_data.insert(
            file.name.to_owned(),
            Arc::new(FontData::from_static(file.bytes)),
        );
    }
    let named = |face: Face| face.files().map(ToOwned::to_owned).to_vec();
    for face in Face::ALL {
        fonts
            .families
            .insert(FontFamily::Name(face.name().into()), named(face));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, named(Face::Regular));
    }
    ctx.set_fonts(fonts);
}
