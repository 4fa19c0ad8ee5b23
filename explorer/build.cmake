# Copies explorer/ to the build directory, installs its packages there and makes explorer.html:
#   cmake -DNPM=npm -DFROM=explorer -DTO=build/release/explorer -P explorer/build.cmake
# A failure is a warning: what lacks then is the page alone, and the program says so.
function(run what)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${TO} RESULT_VARIABLE failed
                  OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(failed)
    message(WARNING "Could not ${what}; rawabit export html will be missing.\n${said}")
  endif()
  set(failed ${failed} PARENT_SCOPE)
endfunction()

file(REMOVE ${TO}/explorer.html)
file(REMOVE_RECURSE ${TO}/src)
file(COPY ${FROM}/ DESTINATION ${TO} PATTERN node_modules EXCLUDE PATTERN test EXCLUDE)

# The packages anew only where their list is another.
file(SHA256 ${TO}/package-lock.json wanted)
set(have "")
if(EXISTS ${TO}/node_modules/.rawabit)
  file(READ ${TO}/node_modules/.rawabit have)
endif()
if(NOT have STREQUAL wanted)
  run("install the explorer's packages" ${NPM} ci --ignore-scripts --prefer-offline
      --fetch-retries=1)
  if(failed)
    return()
  endif()
  file(WRITE ${TO}/node_modules/.rawabit ${wanted})
endif()

run("build the explorer's page" ${NPM} run build)
if(NOT failed)
  file(RENAME ${TO}/dist/index.html ${TO}/explorer.html)
endif()
