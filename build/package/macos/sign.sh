#!/bin/sh
# Signs the application for macOS, has Apple notarise it, and makes a .pkg. Needs a Mac with Xcode's command line tools.
# Arguments: application, version, name of the certificate for applications, name of the one for installers, profile of
# notarytool (`xcrun notarytool store-credentials`), file of the .pkg. It has never been run: there was no Mac.
set -eu
application=$1 version=$2 identity=$3 installer=$4 notary=$5 file=$6
here=$(cd "$(dirname "$0")" && pwd)

# From the inside out: the signature of the application contains those of its parts.
for binding in "$application"/Contents/MacOS/*.node; do
  [ -e "$binding" ] || continue
  codesign --force --timestamp --options runtime --sign "$identity" "$binding"
done
codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" --sign "$identity" "$application"
codesign --verify --strict --verbose=2 "$application"

archive=$(mktemp -d)/application.zip
ditto -c -k --keepParent "$application" "$archive"
xcrun notarytool submit "$archive" --keychain-profile "$notary" --wait
xcrun stapler staple "$application"
spctl --assess --type execute --verbose "$application"

pkgbuild --component "$application" --install-location /Applications --identifier mhb-kit.card-bridge \
  --version "$version" --sign "$installer" "$file"
xcrun notarytool submit "$file" --keychain-profile "$notary" --wait
xcrun stapler staple "$file"
