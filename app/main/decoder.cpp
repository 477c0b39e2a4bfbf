// toasoan-decoder: reads strangers' files for the other programs, with no rights of its own. It is started by them and
// speaks over the socket they give it (app/imaging/HelperProcess.h): MEMORY and OUTPUT are its limits in bytes.
#include "imaging/Confinement.h"
#include "imaging/HelperLoop.h"
#include "imaging/Imaging.h"
#include "imaging/PictureJobs.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace toasoan;

int main(int argc, char *argv[])
{
    constexpr int socket = 3;
    if (argc != 3 || lseek(socket, 0, SEEK_CUR) != -1 || errno != ESPIPE) {
        std::fputs("toasoan-decoder is started by toasoan and toasoan-server.\n", stderr);
        return 2;
    }
    imaging::limitThisProcess(std::atoll(argv[1]), std::atoll(argv[2]));
    auto pictures = imaging::Imaging::start();
    if (!pictures) {
        imaging::tellThatItCannotStart(pictures.error());
        return 1;
    }
    (*pictures)->warmUp();
    const bool isConfined = imaging::giveUpRights();
    imaging::doJobs(imaging::pictureJobs(**pictures), isConfined);
    _exit(0); // nothing here is worth tidying up, and tidying up may want rights
}
