using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using FollowUp.Start.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace FollowUp.Tests.Start.SignIn;

/// <summary>What came straight from the provider is believed by its signature alone. Tests <see cref="Provider"/>.</summary>
public sealed class A_token_of_the_provider
{
    [Theory]
    [InlineData(SecurityAlgorithms.None, false)]
    [InlineData(SecurityAlgorithms.HmacSha256, false)]
    [InlineData(SecurityAlgorithms.RsaSha256, true)]
    [InlineData(SecurityAlgorithms.EcdsaSha256, true)]
    public async Task is_taken_only_where_a_key_of_its_own_signed_it(string algorithm, bool isTaken)
    {
        OidcSettings settings = new(new("https://login.office.example"), "followup", "s", "followup", "email");
        ServiceCollection services = new();
        services.AddLogging().AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddCookie().AddProvider(settings, null);
        await using ServiceProvider built = services.BuildServiceProvider();
        OpenIdConnectOptions oidc =
            built.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        JwtSecurityToken token = new();
        token.Header["alg"] = algorithm;
        AuthenticationScheme scheme = new(OpenIdConnectDefaults.AuthenticationScheme, null, typeof(OpenIdConnectHandler));
        TokenValidatedContext context =
            new(new DefaultHttpContext(), scheme, oidc, new ClaimsPrincipal(), new()) { SecurityToken = token };

        await oidc.Events.TokenValidated(context);

        (context.Result?.Failure is null).Should().Be(isTaken);
    }
}
