using System.Runtime.InteropServices;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>Where the packages bring the native library that a tree trainer needs: for x64 of Linux, macOS and Windows, FastTree's for x86 of Windows too, for no Arm.</summary>
internal static class TreeLibrary
{
    /// <summary>Why FastTree cannot train on such a machine; null where it can.</summary>
    public static string? WhyNoFastTree(Architecture processor, bool isWindows) =>
        processor == Architecture.X86 && isWindows ? null : WhyNot("mlnet-fasttree", processor);

    /// <summary>Why LightGBM cannot train on such a machine; null where it can.</summary>
    public static string? WhyNoLightGbm(Architecture processor) => WhyNot("mlnet-lightgbm", processor);

    private static string? WhyNot(string trainer, Architecture processor) => processor == Architecture.X64
        ? null
        : $"The trainer '{trainer}' needs a native library that ML.NET has not for {processor} processors: it is left out here; use gradient-boosting, mlnet-sdca or mlnet-lbfgs.";
}
