using System.Text.Json.Nodes;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using FollowUp.Tables;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Start.Rig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Tests.Start.SignIn.Rig;

/// <summary>FollowUp as <c>./start</c> builds it, with a provider at which its people sign in, and the towns' agreement in it.</summary>
public sealed class SignedOffice : IAsyncLifetime
{
    private const string RobotKey = "robot-0123456789abcdef0123456789abcdef";

    private IHost? host;
    private OidcProvider? provider;

    internal OidcProvider Provider => provider!;

    internal Uri Url { get; } = new($"http://localhost:{StartedProgram.FreePort()}");

    internal IServiceProvider Services => host!.Services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await OidcProvider.Start($"{Url.GetLeftPart(UriPartial.Authority)}/sign-in/callback", Cancel);
        LocalHostBuilder builder = new();
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = InMemoryTables.ConnectionString,
            ["Letters:Folder"] = Directory.CreateTempSubdirectory("followup-signed-").FullName,
            ["Board:Url"] = $"{Url}board/",
            ["Access:Keys:robot"] = RobotKey,
            ["Oidc:Authority"] = provider.Issuer,
            ["Oidc:ClientId"] = OidcProvider.ClientId,
            ["Oidc:ClientSecret"] = OidcProvider.ClientSecret,
        });
        host = App.Build(
            builder, TimeProvider.System, $"http://127.0.0.1:{Url.Port}", LogLevel.None, new InMemoryTables(TimeProvider.System));
        await host.StartAsync(Cancel);
        JsonObject register = new()
        {
            ["people"] = Papers.People,
            ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, Papers.ItemOf(dueOn: "2200-01-01"))),
        };
        using HttpClient http = new() { BaseAddress = Url };
        http.DefaultRequestHeaders.Add("x-functions-key", RobotKey);
        using HttpResponseMessage stored = await http.PostAsync("/api/registers", Office.Json(register.ToJsonString()), Cancel);
        stored.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }

        provider?.Dispose();
    }

    internal Uri At(string path) => new(Url, path);

    /// <summary>Somebody signs in at the provider, from the button to where they come back to.</summary>
    /// <param name="until">Where to stop on the way.</param>
    internal async Task<(Uri Url, HttpResponseMessage Answer)> SignIn(Browser browser, string login, Func<Uri, bool>? until = null)
    {
        (Uri url, HttpResponseMessage answer) = await browser.Open(At("/sign-in"));
        for (int step = 0; step < 2 && url.AbsolutePath.StartsWith("/interaction/", StringComparison.Ordinal); step++)
        {
            string page = await answer.Content.ReadAsStringAsync(Cancel);
            bool isLogin = page.Contains("name=\"login\"", StringComparison.Ordinal);
            (url, answer) = await browser.Open(url, until, new FormUrlEncodedContent(isLogin
                ? [new("prompt", "login"), new("login", login), new("password", "any")] : [new("prompt", "consent")]));
        }

        return (url, answer);
    }
}
