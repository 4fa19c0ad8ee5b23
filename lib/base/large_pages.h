// Memory for tables of megabytes that are looked into at random: most of what such a look costs is
// to find the page, and a large page is found with one step less, and seldom anew.
//
// Blocks smaller than a large page come from the heap as usual. Where the system has no large pages
// or gives none, nothing is different but the alignment.
//
//   std::vector<Slot, LargePages<Slot>> slots;
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <memory>
#include <new>

namespace rawabit {

template <class T>
class LargePages {
 public:
  using value_type = T;

  LargePages() = default;
  template <class Other>
  LargePages(const LargePages<Other>& /*other*/) {}  // NOLINT: allocators convert

  [[nodiscard]] T* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(T);
    if (bytes < kPage) return std::allocator<T>().allocate(count);
    void* const block = ::operator new(bytes, std::align_val_t{kPage});
#ifdef MADV_HUGEPAGE
    madvise(block, bytes, MADV_HUGEPAGE);  // a hint: what becomes of it does not matter
#endif
    return static_cast<T*>(block);
  }

  void deallocate(T* block, std::size_t count) {
    if (count * sizeof(T) < kPage) return std::allocator<T>().deallocate(block, count);
    ::operator delete(block, std::align_val_t{kPage});
  }

  bool operator==(const LargePages&) const = default;

 private:
  static constexpr std::size_t kPage = std::size_t{1} << 21U;
};

}  // namespace rawabit
