using FollowUp.Access;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Access;

/// <summary>
/// Who may use it, as settings say it; what cannot be followed is named, and no key is. Tests <see cref="AccessSettings"/>,
/// <see cref="AccessKeys"/>, <see cref="OfficeRoles"/> and <see cref="SignInAddresses"/>.
/// </summary>
public sealed class What_is_set
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("Access:PlatformHeaders", "yes", "The setting Access:PlatformHeaders must be true or false, not yes.")]
    [InlineData("Access:Admins", "law", "An address in the setting Access:Admins must be one mail address*")]
    [InlineData("Access:Auditors", "a@nia.example b@nia.example", "An address in the setting Access:Auditors must be one mail address*")]
    [InlineData("Access:Keys:desk", "short", "The setting Access:Keys:desk must be a random key of at least 32 characters*")]
    [InlineData("Access:Keys:The Desk", Key, "The name of the setting Access:Keys:The Desk must be 1 to 40 of a-z*")]
    [InlineData("Access:Keys:desk:Role", "auditor", "The setting Access:Keys:desk must be a random key*")]
    public void is_refused_by_its_name_where_it_cannot_be_followed(string setting, string value, string sentence)
    {
        IConfiguration settings = Settings((setting, value));
        AccessSettings.Fault(settings).Should().Match(sentence).And.NotContain(Key).And.NotContain("short");
        Assert.Throws<InvalidOperationException>(() => AccessSettings.Read(settings)).Message.Should().Match(sentence);
    }

    [Fact]
    public void gives_no_program_another_role_than_those_of_the_office() =>
        AccessSettings.Fault(Settings(("Access:Keys:desk", Key), ("Access:Keys:desk:Role", "owner")))
            .Should().Be("The setting Access:Keys:desk:Role must be coordinator, auditor or admin, not owner.");

    [Fact]
    public void gives_no_two_programs_one_key() =>
        AccessSettings.Fault(Settings(("Access:Keys:desk", Key), ("Access:Keys:robot", Key))).Should().Contain("the same key");

    [Fact]
    public void knows_a_key_by_all_of_it_and_by_nothing_less()
    {
        AccessKeys keys = AccessSettings.Read(
            Settings(("Access:Keys:Desk", Key), ("Access:Keys:eye", Key + "x"), ("Access:Keys:eye:Role", "Auditor"))).Keys;
        (keys.Find(Key)?.Name, keys.Find(Key)?.Roles).Should().Be(("desk", AccessRoles.Coordinator));
        (keys.Find(Key + "x")?.Name, keys.Find(Key + "x")?.Roles).Should().Be(("eye", AccessRoles.Auditor));
        new[] { "", Key[1..], Key + " ", Key.ToUpperInvariant(), Key + "xx" }.Should().OnlyContain(wrong => keys.Find(wrong) == null);
    }

    [Theory]
    [InlineData("Access:Coordinators", "desk@nia.example", true)]
    [InlineData("Access:Keys:desk", Key, true)]
    [InlineData("Access:PlatformHeaders", "true", true)]
    [InlineData("Oidc:Authority", "https://id.nia.example", true)]
    [InlineData("Access:PlatformHeaders", "false", false)]
    [InlineData("Access:Admins", "", false)]
    [InlineData("Smtp:Host", "mail.nia.example", false)]
    public void closes_it_once_anything_is(string setting, string value, bool isClosed) =>
        AccessSettings.Read(Settings((setting, value))).IsClosed.Should().Be(isClosed);

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID", "a1", true)]
    [InlineData("WEBSITE_SITE_NAME", "func-1", true)]
    [InlineData("Functions:Worker:HostEndpoint", "http://127.0.0.1:5000", true)]
    [InlineData("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated", false)]
    public void must_be_where_a_platform_stands_in_front(string setting, string value, bool mustBe) =>
        AccessSettings.Read(Settings((setting, value))).MustBeSet.Should().Be(mustBe);

    [Fact]
    public void need_not_be_under_Core_Tools() => AccessSettings.Read(Settings(
        ("Functions:Worker:HostEndpoint", "http://127.0.0.1:5000"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Development")))
        .MustBeSet.Should().BeFalse();

    [Fact]
    public void says_who_is_what_in_the_office()
    {
        OfficeRoles office = AccessSettings.Read(Settings(
            ("Access:Coordinators", "Desk@nia.example, second@nia.example"), ("Access:Admins", "desk@NIA.example"))).Office;
        office.Of("desk@nia.example").Should().Be(AccessRoles.Coordinator | AccessRoles.Admin);
        office.Of("second@nia.example").Should().Be(AccessRoles.Coordinator);
        office.Of("law@nia.example").Should().Be(AccessRoles.None);
    }

    [Fact]
    public void says_where_one_signs_in()
    {
        AccessSettings.Read(Settings(("Access:PlatformHeaders", "true"))).SignIn.In.Should().StartWith("/.auth/login/");
        AccessSettings.Read(Settings(("Oidc:Authority", "https://id.nia.example"))).SignIn.Should()
            .Be(new SignInAddresses("/sign-in", "/sign-out", "POST"));
        AccessSettings.Read(Settings(("Access:Admins", "a@nia.example"))).SignIn.In.Should().BeNull();
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
}
