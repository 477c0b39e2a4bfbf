// The portal's look: templates, strings of both languages, and the assets (CSS, script, type, icons, pictures).
// Built once from the Qt resources (or a folder, in tests); immutable afterwards and safe from any thread.
#pragma once

#include "base/Result.h"
#include "portal/Site.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QStringList>

#include <map>
#include <span>

namespace toasoan::portal {

/// A file served as it is, for ever: its name carries a hash of its bytes.
struct Asset
{
    QByteArray bytes;
    QByteArray contentType;
};

/// By path: "/assets/portal.1a2b3c4d5e.css". Serve each with "Cache-Control: public, max-age=31536000, immutable".
using Assets = std::map<QString, Asset>;

class Theme
{
public:
    /// Reads a theme. Unsupported or InvalidInput with subject "theme.…" for a missing file, an unknown string, icon,
    /// asset or partial in a template, or a string that only one language has.
    [[nodiscard]] static Result<Theme> load(const QString &folder = QStringLiteral(":/portal"));

    [[nodiscard]] const Assets &assets() const { return m_assets; }
    /// The address of an asset by its plain name ("portal.css"); empty if there is none.
    [[nodiscard]] QString assetPath(const QString &name) const { return m_assetPaths.value(name); }
    /// A string of the theme as plain text; empty if there is none.
    [[nodiscard]] QString text(Language language, const QString &key) const;
    [[nodiscard]] const QHash<QString, QString> &strings(Language language) const;

    /// A template with its partials, strings, icons and assets put in: plain Mustache over the page's fields.
    [[nodiscard]] Result<QByteArray> source(const QString &name, Language language) const;
    [[nodiscard]] QStringList templateNames() const { return m_templates.keys(); }

private:
    Theme() = default;

    [[nodiscard]] Result<void> readStrings(const QString &folder);
    [[nodiscard]] Result<void> readTemplates(const QString &folder);
    [[nodiscard]] Result<void> readAssets(const QString &folder);
    [[nodiscard]] Result<void> addStyles(const QString &folder, const QString &asset,
                                         std::span<const char *const> names);
    void addAsset(const QString &name, const QByteArray &bytes);
    [[nodiscard]] Result<QString> expand(const QString &name, Language language, int depth) const;
    [[nodiscard]] Result<QString> replacement(QStringView kind, const QString &name, Language language,
                                              int depth) const;

    QHash<QString, QString> m_vietnamese;
    QHash<QString, QString> m_english;
    QMap<QString, QString> m_templates;
    QStringList m_icons;
    QHash<QString, QString> m_assetPaths;
    Assets m_assets;
};

} // namespace toasoan::portal
