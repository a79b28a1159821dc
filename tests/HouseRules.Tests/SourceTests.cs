using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class SourceTests
{
    private static readonly string[] Everywhere = ["libraries", "services", "extensions"];

    [Fact]
    public void One_public_type_a_file()
    {
        var offenders = Repository.Sources(Everywhere).Where(file => PublicType().Count(file.Code) > 1).Select(file => file.Path);

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Time_and_chance_come_from_outside()
    {
        var offenders = Repository.Sources(Everywhere).SelectMany(file => file.Violations(HiddenInput()));

        offenders.ShouldBeEmpty("take a TimeProvider, a seed, or an id made of the row");
    }

    [Fact]
    public void What_promises_its_bytes_calls_no_function_of_the_C_library()
    {
        string[] promised =
        [
            "libraries/Learning", "libraries/Drift/Monitoring", "libraries/Drift/DataQuality", "libraries/Drift/Performance",
            "services/Traffic", "services/Inference", "services/Retraining", "services/Demo", "extensions",
        ];

        var offenders = Repository.Sources(promised).SelectMany(file => file.Violations(CLibrary()));

        offenders.ShouldBeEmpty("use Learning.Numerics.Deterministic");
    }

    [Fact]
    public void ML_NET_is_known_to_its_extension_only_and_there_it_neither_scores_nor_judges_nor_saves()
    {
        var elsewhere = Repository.Sources("libraries", "services", "benchmarks")
            // A benchmark trains beside LightGBM; nothing of it is served.
            .Where(file => file.Path != "benchmarks/Learning/LightGbmPeer.cs")
            .SelectMany(file => file.Violations(MlNet()));
        var offenders = Repository.Sources("extensions").SelectMany(file => file.Violations(MoreThanLearning()));

        elsewhere.ShouldBeEmpty("docs/decisions/0016-ml-net-trains-and-nothing-more.md");
        offenders.ShouldBeEmpty("its evaluator ignores a changed threshold and leaves out rows without a score");
    }

    [Fact]
    public void What_a_score_means_is_asked_of_the_task_and_which_model_it_is_of_the_slot()
    {
        var offenders = Repository.Sources("libraries/Drift/Monitoring", "services", "benchmarks/LiveStory").SelectMany(file => file.Violations(ScoreCut()))
            .Concat(Repository.Sources("libraries/ServiceDefaults", "services").Where(file => !file.Path.EndsWith("/ModelSlot.cs", StringComparison.Ordinal)).SelectMany(file => file.Violations(ModelSetting())));

        offenders.ShouldBeEmpty("libraries/Learning/Tasks/ITask.cs and libraries/ServiceDefaults/ModelSlot.cs");
    }

    [Fact]
    public void Assemblies_are_scanned_and_files_are_put_in_place_by_one_helper_each()
    {
        var offenders = Repository.Sources(Everywhere)
            .Where(file => file.Path is not ("libraries/Learning/Implementations.cs" or "libraries/Storage/WholeFile.cs"))
            .SelectMany(file => file.Violations(ByHand()));

        offenders.ShouldBeEmpty("use Implementations and WholeFile");
    }

    [Fact]
    public void Services_do_not_know_where_the_log_and_the_registry_are_kept()
    {
        var offenders = Repository.Sources("services").SelectMany(file => file.Violations(KeptInFiles()));

        offenders.ShouldBeEmpty("ask for IInferenceLog, IJournal and IBlobStore: docs/decisions/0025-sockets-under-log-and-registry.md");
    }

    [Fact]
    public void Metric_names_stand_in_the_telemetry_file_of_their_service()
    {
        var offenders = Repository.Sources(Everywhere)
            .Where(file => !file.Path.EndsWith("Telemetry.cs", StringComparison.Ordinal) && !file.Path.StartsWith("libraries/ServiceDefaults/", StringComparison.Ordinal))
            .SelectMany(file => file.Violations(MetricName()));

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Options_are_validated_on_start()
    {
        var offenders =
            from room in Repository.Rooms("services")
            let sources = Repository.Sources($"services/{room}").ToList()
            where sources.Any(file => file.Path.EndsWith($"{room}Options.cs", StringComparison.Ordinal))
            where !sources.Any(file => file.Code.Contains("ValidateOnStart", StringComparison.Ordinal))
            select room;

        offenders.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref|unsafe) )*(?:class|record|struct|interface|enum|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:UtcNow|Now)\b|\bTask\.Delay\((?![^;]*[tT]ime)[^;]*;|\bRandom\.Shared\b|\bnew Random\(\)|\bGuid\.NewGuid\b|\bThread\.Sleep\b")]
    private static partial Regex HiddenInput();

    [GeneratedRegex(@"\bMath\.(?:Exp|Log|Log2|Log10|Pow|Sin|Cos|Tan|Sinh|Cosh|Tanh|Asin|Acos|Atan|Atan2|Cbrt)\b|\bTensorPrimitives\b|\bMathF?\.FusedMultiplyAdd\b")]
    private static partial Regex CLibrary();

    [GeneratedRegex(@"\bMicrosoft\.ML\b")]
    private static partial Regex MlNet();

    [GeneratedRegex(@"\b(?:Evaluate|EvaluateNonCalibrated|CrossValidate|TrainTestSplit|PermutationFeatureImportance|ChangeModelThreshold|CreatePredictionEngine|Transform|ConvertToOnnx)(?:<[^>]*>)?\(|\.Model\.(?:Save|Load)\b")]
    private static partial Regex MoreThanLearning();

    [GeneratedRegex(@">=? 0\.5\b|\bconst double (Cut|Half|Threshold) = 0\.5\b")]
    private static partial Regex ScoreCut();

    [GeneratedRegex("\"(Model:Name|hits)\"")]
    private static partial Regex ModelSetting();

    [GeneratedRegex(@"\.Get(?:Exported)?Types\(|\bActivator\b|\bFile\.(?:Move|Replace)\(")]
    private static partial Regex ByHand();

    [GeneratedRegex(@"\bInferenceLog(?:Files|Writer|Reader)\b|\bJournalFile\b|\bBlobFiles\b")]
    private static partial Regex KeptInFiles();

    [GeneratedRegex("\"mlops_[a-z_]+\"")]
    private static partial Regex MetricName();
}
