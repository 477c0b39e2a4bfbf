// Decodes pictures and makes the public renditions, in this process: the work of toasoan-decoder (Decoders.h runs it).
// The only user of libvips. One object per process; its const members are safe from any thread.
#pragma once

#include "base/Result.h"
#include "imaging/Pictures.h"

#include <memory>
#include <shared_mutex>

namespace toasoan::imaging {

class Imaging
{
public:
    /// Starts libvips. Internal with subject "imaging" if that fails. A second object in a process is harmless.
    [[nodiscard]] static Result<std::unique_ptr<Imaging>> start(const Limits &limits = {});
    ~Imaging();
    Imaging(const Imaging &) = delete;
    Imaging &operator=(const Imaging &) = delete;

    /// Reads the structure and the header, then decodes the whole picture once at low resolution.
    /// Unsupported "picture.format": no picture, or none of ours, whatever its name says.
    /// Unsupported "picture.colours": its numbers are no colours that we know.
    /// TooLarge "picture.size": too many bytes, pixels, or too long a side.
    /// TooLarge "picture.structure": built of more parts than a picture needs.
    /// TooLarge "picture.cost": it needs more memory than there is for one picture.
    /// InvalidInput "picture.truncated": it begins as a picture but does not decode to its end.
    [[nodiscard]] Result<Probe> probe(const QByteArray &source) const;

    /// The public renditions: for each of `widths` below the picture's own, and for its own width up to the largest of
    /// them, a WebP (quality 80) and a progressive JPEG (quality 82, on white where the source is transparent), of
    /// these the `formats` that are wanted; no WebP where fitsWebp() says so. Never larger than the source. Colours are
    /// those of its profile, or stay as they are without one. Errors of probe(); narrowest first, WebP before JPEG.
    [[nodiscard]] Result<std::vector<Rendition>>
    derive(const QByteArray &source, const std::vector<int> &widths = publicWidths,
           const std::vector<Format> &formats = {Format::Webp, Format::Jpeg}) const;

    /// Has every loader and encoder do something once, so that nothing is left to be loaded from the disk later.
    void warmUp() const;

private:
    explicit Imaging(const Limits &limits);

    Limits m_limits;
    /// What libvips has to say is one for all threads: a probe, which listens to it, is alone.
    mutable std::shared_mutex m_words;
};

} // namespace toasoan::imaging
