# A line icon in one colour, for style sheets: they cannot colour it themselves.
# cmake -DFROM=… -DTO=… -DCOLOUR=#rrggbb -P tint.cmake
file(READ ${FROM} svg)
string(REPLACE "currentColor" "${COLOUR}" svg "${svg}")
file(WRITE ${TO} "${svg}")
