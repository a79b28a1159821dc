#!/usr/bin/env bash
# MathNet.Numerics 5.0.0 on .NET 10: MovingStatistics describes the last n values, but does not forget the values before them. It updates
# its sums by what comes in and what goes out; one outlier drowns the small terms, and they never come back. With a window of 10 and the
# values 0..4 the variance is 2.22; 30 values after a single 1e9 (20 after it has left the window) it is 0.
# After one infinity or NaN it is 4.44, the double, and a million values do not mend that; the mean is right again in each case.
# Who is hurt: whoever watches a feature by a z-score over a moving window. One broken row, and every later value is
# infinitely many standard deviations away, or none is.
#
# Seen: clean: 2.22; 1000000 values after 1e9: 0.00; after infinity: 4.44; after NaN: 4.44; of the window itself: 2.22.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > finding.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="MathNet.Numerics" Version="5.0.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Globalization;
using MathNet.Numerics.Statistics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Window = 10;
Console.WriteLine($"clean: {After(null, 30):0.00}");
Console.WriteLine($"30 values after 1e9: {After(1e9, 30):0.00}");
Console.WriteLine($"1000000 values after 1e9: {After(1e9, 1_000_000):0.00}");
Console.WriteLine($"1000000 values after infinity: {After(double.PositiveInfinity, 1_000_000):0.00}");
Console.WriteLine($"1000000 values after NaN: {After(double.NaN, 1_000_000):0.00}");
Console.WriteLine($"of the window itself: {Enumerable.Range(0, Window).Select(i => i % 5.0).Variance():0.00}");

static double After(double? outlier, int values)
{
    var moving = new MovingStatistics(Window);
    for (var i = 0; i < 30; i++)
        moving.Push(i % 5);
    if (outlier is { } value)
        moving.Push(value);
    for (var i = 0; i < values; i++)
        moving.Push(i % 5);
    return moving.Variance;
}
X
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run -c Release > seen.txt
cat seen.txt
expect() { grep -qFx -- "$1" seen.txt || { echo "CHANGED: $2"; exit 1; }; }
expect 'clean: 2.22' "the clean variance is another."
expect '30 values after 1e9: 0.00' "the variance comes back after an outlier."
expect '1000000 values after infinity: 4.44' "the variance after an infinity is another."
expect '1000000 values after NaN: 4.44' "the variance after a NaN is another."
expect 'of the window itself: 2.22' "the plain variance is another."
echo "As described: the moving variance never recovers from an outlier or an infinity."
