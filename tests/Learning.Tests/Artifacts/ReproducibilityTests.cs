using System.Diagnostics;

namespace MonitoringDemo.Learning.Tests.Artifacts;

/// <summary>Every trainer's model and scores, byte for byte, in processes that compute in different ways.</summary>
public class ReproducibilityTests
{
    private const string Hashes = "MonitoringDemo.LearningSpeed.dll";

    // What can change the bits of a library's mathematics or the number of threads must not be set in the reference.
    private static readonly string[] Settings =
        ["DOTNET_PROCESSOR_COUNT", "DOTNET_EnableHWIntrinsic", "DOTNET_EnableAVX2", "DOTNET_TieredCompilation", "DOTNET_TieredPGO", "DOTNET_ReadyToRun", "GLIBC_TUNABLES"];

    private static readonly Lazy<string> Reference = new(() => Run("DOTNET_TieredPGO", "0"));

    [Theory]
    [InlineData("DOTNET_TieredPGO", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "2")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "8")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("DOTNET_TieredCompilation", "1")]
    [InlineData("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX2_Usable,-FMA_Usable")]
    public void Another_process_trains_the_same_models_and_scores_the_same_bits(string setting, string value)
    {
        var reference = Reference.Value;

        var other = Run(setting, value);

        reference.ShouldContain("gradient-boosting model ");
        other.ShouldBe(reference);
    }

    private static string Run(string setting, string value)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Hashes), "hashes"]) { RedirectStandardOutput = true };
        foreach (var name in Settings)
            start.Environment.Remove(name);
        start.Environment[setting] = value;

        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return printed;
    }
}
