// portal_sample_site FOLDER: writes every kind of page into FOLDER, to be served from there and looked at.
#include "portal/Feeds.h"
#include "portal/PortalRenderer.h"
#include "portal/SamplePages.h"
#include "portal/SamplePictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

extern "C" int vips_init(const char *argv0);

using namespace toasoan;
using namespace toasoan::portal;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    if (argc != 2 || vips_init(argv[0]) != 0) {
        out << "usage: portal_sample_site FOLDER\n";
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);

    auto theme = Theme::load();
    if (!theme) {
        out << theme.error().subject << ": " << theme.error().detail << '\n';
        return 1;
    }
    const auto renderer = PortalRenderer::create(std::move(theme).value());
    if (!renderer) {
        out << renderer.error().subject << ": " << renderer.error().detail << '\n';
        return 1;
    }
    for (const auto &[path, asset] : renderer->assets())
        write(folder + path, asset.bytes);
    QDir().mkpath(folder + QStringLiteral("/media"));
    const QDir drawings(QStringLiteral(TOASOAN_SOURCE_DIR "/resources/demo/pictures"));
    int number = 0;
    for (const QFileInfo &drawing : drawings.entryInfoList({QStringLiteral("*.jpg")})) {
        const std::string fault = writeSamplePicture(drawing.filePath().toStdString(), number++,
                                                     (folder + QStringLiteral("/media")).toStdString());
        if (!fault.empty())
            qFatal("%s", fault.c_str());
    }

    const Site site = sampleSite();
    const Site english = sampleSite(Language::English);
    const auto page = [&](const char *name, const QByteArray &bytes) {
        write(folder + u'/' + QString::fromLatin1(name), bytes);
        out << name << ": " << bytes.size() << " bytes\n";
    };
    page("front.html", renderer->frontPage(site, sampleFrontPage()));
    page("front-en.html", renderer->frontPage(english, sampleFrontPage()));
    page("section.html", renderer->sectionPage(site, sampleSectionPage()));
    page("item.html", renderer->itemPage(site, sampleItemPage()));
    page("print.html", renderer->printPage(site, sampleItemPage(), PrintTarget::Browser));
    page("saved.html", renderer->printPage(site, sampleItemPage(), PrintTarget::File));
    page("search.html", renderer->searchPage(site, sampleSearchPage()));
    page("fixed.html", renderer->fixedPage(site, sampleFixedPage()));
    page("sitemap.html", renderer->sitemapPage(site, sampleSitemapPage()));
    page("entries.html", renderer->entriesPage(site, sampleEntriesPage()));
    page("leaders.html", renderer->leadersPage(site, sampleLeadersPage()));
    page("leaders-en.html", renderer->leadersPage(english, sampleLeadersPage()));
    NoticePage gone{.frame = sampleFrame(QStringLiteral("/tin-tuc/da-go")),
                    .kind = NoticeKind::Gone,
                    .notice = QStringLiteral(
                        "Bài được gỡ ngày 5-10-2023 để kiểm tra lại số liệu theo đề nghị của đơn vị cung cấp."),
                    .latest = sampleFrontPage().latest,
                    .removed = RemovedItem{.title = sampleItems().front().title,
                                           .published = sampleInstant,
                                           .removed = sampleInstant + std::chrono::hours(70)}};
    page("gone.html", renderer->noticePage(site, gone));
    FrontPage empty{.frame = sampleFrame(QStringLiteral("/")),
                    .featured = {},
                    .latest = {},
                    .notices = {},
                    .noticesPath = {},
                    .sections = {},
                    .links = {}};
    empty.frame.mostRead.clear();
    empty.frame.documents.clear();
    page("empty.html", renderer->frontPage(site, empty));
    SectionPage emptySection = sampleSectionPage();
    emptySection.items.clear();
    emptySection.pager = {};
    page("empty-section.html", renderer->sectionPage(site, emptySection));
    FrontPage plain = sampleFrontPage();
    for (auto *items : {&plain.featured, &plain.latest})
        for (ItemSummary &item : *items)
            item.picture.reset();
    for (SectionBlock &block : plain.sections)
        for (ItemSummary &item : block.items)
            item.picture.reset();
    page("plain.html", renderer->frontPage(site, plain));

    const ItemPage item = sampleItemPage();
    const FrontPage front = sampleFrontPage();
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 500;
    for (int i = 0; i < rounds; ++i)
        (void)renderer->itemPage(site, item);
    out << "item page: " << timer.nsecsElapsed() / rounds / 1000 << " us\n";
    timer.restart();
    for (int i = 0; i < rounds; ++i)
        (void)renderer->frontPage(site, front);
    out << "front page: " << timer.nsecsElapsed() / rounds / 1000 << " us\n";
    return 0;
}
