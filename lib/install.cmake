# `cmake --install`: what other programs need to use the library, one archive of all stages
# (find_package(rawabit), then rawabit::rawabit).
include(GNUInstallDirs)
set(objects)
set(RAWABIT_STAGES base model text evaluate compare read tokens lexicon time rules resolve relate
                   store query render pipeline)
foreach(stage ${RAWABIT_STAGES})
  get_target_property(type rawabit_${stage} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    list(APPEND objects $<TARGET_OBJECTS:rawabit_${stage}>)
  endif()
endforeach()
add_library(rawabit_library STATIC ${objects})
set_target_properties(rawabit_library PROPERTIES OUTPUT_NAME rawabit EXPORT_NAME rawabit
                                                 LINKER_LANGUAGE CXX)
target_compile_features(rawabit_library INTERFACE cxx_std_20)
target_include_directories(rawabit_library
                           INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/rawabit>)
target_link_libraries(rawabit_library INTERFACE Threads::Threads fmt::fmt PkgConfig::RE2 ICU::uc
                                                ICU::i18n SQLite::SQLite3 PkgConfig::GVC)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/rawabit)
install(TARGETS rawabit_library EXPORT rawabit-targets)
install(EXPORT rawabit-targets NAMESPACE rawabit:: DESTINATION ${package})
include(CMakePackageConfigHelpers)
write_basic_package_version_file(rawabit-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/rawabit-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/rawabit-config-version.cmake DESTINATION ${package})
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rawabit
        FILES_MATCHING PATTERN "*.h")
