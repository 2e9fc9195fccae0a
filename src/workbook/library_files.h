#pragma once

#include "workbook/package.h"

namespace briefpack::workbook {

/// libxlsxwriter 1.1.4 knows one way to hand over a workbook: each part goes through a file in /tmp, of which it does not notice when
/// the disk is full, and from there through minizip into an archive on the disk. Both steps are calls of functions in shared
/// libraries, and of two functions of one name the program's own comes first (System V ABI, "Shared Object Dependencies"). So
/// library_files.cc has lxw_tmpfile and the five functions of minizip that the library calls: parts stay in memory and reach a
/// Package before they are packed. That saves half of the time of a workbook, and unpacking it again to check and amend it.
/// Where no AssemblyScope is alive the calls go on to the libraries. Delete this with a release whose output_buffer gives parts
/// or a choice of packing.
///
/// While a scope lives, the workbooks of this thread are assembled in `package`, whatever path they are given; it must outlive
/// them. Lost bytes are told to Package::fail.
class AssemblyScope {
 public:
  explicit AssemblyScope(Package& package);
  ~AssemblyScope();
  AssemblyScope(const AssemblyScope&) = delete;
  AssemblyScope& operator=(const AssemblyScope&) = delete;

 private:
  Package* outer_;
};

/// A path at which no file can ever be made: were the library linked so that it cannot be reached, it fails there (book_test.cc).
inline constexpr const char* kNoPath = "/dev/null/workbook.xlsx";

}  // namespace briefpack::workbook
