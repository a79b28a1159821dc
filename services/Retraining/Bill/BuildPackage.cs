namespace MonitoringDemo.Retraining.Bill;

/// <summary>A NuGet package of the build.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">Of the package file, as Base64; empty where the build does not say.</param>
internal sealed record BuildPackage(string Name, string Version, string Sha512)
{
    /// <summary>The package's URL, as bills of materials name it.</summary>
    public string Url => $"pkg:nuget/{Name}@{Version}";
}
