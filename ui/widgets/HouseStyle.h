// How the desk's widgets behave and measure, whatever the palette: what a style sheet cannot say. For Look.
#pragma once

class QStyle;

namespace toasoan {

/// Over Fusion. The application takes it.
[[nodiscard]] QStyle *makeHouseStyle();

} // namespace toasoan
