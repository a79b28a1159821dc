using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.ServiceDefaults.Tests.Security;

public sealed class SecretSettingTests
{
    private const string Key = "ConnectionStrings:RabbitMQ";

    [Fact]
    public void A_secret_is_read_from_the_file_that_is_named_and_the_setting_itself_goes_before_it()
    {
        using var data = new TemporaryData();
        var file = data.Directory.PathOf("secret");
        File.WriteAllText(file, " from-the-file\n");

        var fromFile = SecretSetting.Read(Settings((Key + "_FILE", file)), Key);
        var fromSetting = SecretSetting.Read(Settings((Key + "_FILE", file), (Key, "from-the-setting")), Key);
        var fromNowhere = SecretSetting.Read(Settings(), Key);
        var token = new AccessToken(Settings(("MONITORINGDEMO_TOKEN_FILE", file)));

        fromFile.ShouldBe("from-the-file");
        fromSetting.ShouldBe("from-the-setting");
        fromNowhere.ShouldBeNull();
        token.Value.ShouldBe("from-the-file");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_in_one_line()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no-such-folder", "secret");

        var error = Should.Throw<OptionsValidationException>(() => SecretSetting.Read(Settings((Key + "_FILE", missing)), Key));

        StartupFailure.Explain(error).ShouldBe($"Invalid settings: {Key}_FILE names a file that cannot be read: Could not find a part of the path '{missing}'.");
    }

    [Theory]
    [InlineData("rabbitmq:5671")]
    [InlineData("http://user:secret@rabbitmq/")]
    [InlineData("secret")]
    public void What_is_no_address_of_a_broker_is_refused_without_being_repeated(string text)
    {
        var error = Should.Throw<OptionsValidationException>(() => BrokerAddress.Read(Settings((Key, text))));

        error.Message.ShouldContain("amqps://");
        error.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("amqps://user:secret@rabbitmq:5677/fleet", true)]
    [InlineData("rabbitmqs://rabbitmq/", true)]
    [InlineData("amqp://rabbitmq:5673", false)]
    public void The_scheme_says_whether_the_way_is_encrypted(string address, bool encrypted)
    {
        var read = BrokerAddress.Read(Settings((Key, address)));

        read.ShouldNotBeNull().UsesTls.ShouldBe(encrypted);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();
}
